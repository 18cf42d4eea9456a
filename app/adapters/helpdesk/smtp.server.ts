import type { HelpDesk, Mailer, SubmitOutcome, TicketToSend } from "#app/ports/index.ts";

const SERVER_SAID_NO_FOR_GOOD = 500;
/** The library's names for failures before any message was handed over. */
const NEVER_HANDED_OVER = ["EDNS", "EAUTH", "EENVELOPE"];

/**
 * A ticket as e-mail. Mail cannot be asked back for, so a lost answer is resolved by sending the same Message-ID
 * again, by which every receiver knows the message it has already.
 */
export function createSmtpDesk(options: { mailer: Mailer; to: string; domain: string }): HelpDesk {
  const messageIdOf = ({ key }: TicketToSend) => `<${key}@${options.domain}>`;
  return {
    kind: "smtp",
    async submit(ticket): Promise<SubmitOutcome> {
      let headers: string;
      try {
        ({ headers } = await options.mailer.send({
          messageId: messageIdOf(ticket),
          to: options.to,
          replyTo: ticket.requester.email,
          locale: "en",
          subject: ticket.subject,
          body: { kind: "text", text: ticket.body },
          headers: {},
        }));
      } catch (error) {
        return refusalOf(error);
      }
      return {
        outcome: "accepted",
        evidence: { channel: "e-mail", to: options.to, messageId: messageIdOf(ticket), headers },
      };
    },
    lookUp: async () => ({ outcome: "cannot-look-up" }),
    readStatus: async () => ({ outcome: "cannot-read" }),
  };
}

function refusalOf(error: unknown): SubmitOutcome {
  const reason = error instanceof Error ? error.message : "unknown";
  const part = (name: string): unknown =>
    error instanceof Error ? Object.entries(error).find(([key]) => key === name)?.[1] : undefined;
  const code = part("responseCode");
  if (typeof code === "number")
    return { outcome: code >= SERVER_SAID_NO_FOR_GOOD ? "refused" : "not-accepted", reason };
  const connected = part("syscall") !== "connect" && !NEVER_HANDED_OVER.some((each) => each === part("code"));
  return { outcome: connected ? "unknown" : "not-accepted", reason };
}
