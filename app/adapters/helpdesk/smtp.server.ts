import type { HelpDesk, Mailer, SendOutcome, SubmitOutcome, TicketToSend } from "#app/ports/index.ts";
import { oneLine } from "./one-line.ts";

const REFUSES_FOR_GOOD = 500;
/** Only here does a server speak of the ticket: who it is for, and what is in it. */
const ABOUT_THE_TICKET = ["recipient", "content"];
/**
 * Refusals at those steps that are about us or about now: signing in (RFC 4954), relaying, a full mailbox or store
 * (RFC 3463 2.2 and 3.1), a limit on sending. Somebody can put them right, so the ticket waits.
 */
const MAY_BE_PUT_RIGHT = [
  ...["5.2.2", "5.3.1", "5.4.5", "5.5.1", "5.7.0", "5.7.8", "5.7.9", "5.7.11"],
  ...["quota", "mailbox full", "is full", "exceeded storage", "insufficient", "over limit", "limit exceeded"],
  ...[
    "too many",
    "rate limit",
    "authentication",
    "not authenticated",
    "log in",
    "relay",
    "try again",
    "temporar",
  ],
];
/** Servers that hear everything first refuse us, as a network or as a sender, at the step where they are told for whom. */
const ABOUT_US = [
  ...["client host", "helo", "ehlo", "reverse dns", "ptr record", "your ip", "sending ip", "blocked using"],
  ...[
    "blocklist",
    "block list",
    "blacklist",
    "spamhaus",
    "reputation",
    "frequency",
    "sender",
    "unauthenticated",
  ],
  ...["spf", "dkim", "dmarc", "not authorized"],
];
/** RFC 4954: these codes are about signing in, at whatever step they come. */
const SIGN_IN_CODES = [530, 534, 535, 538];

/**
 * A ticket as e-mail. Mail cannot be asked back for, so a lost answer is resolved by sending the same Message-ID
 * again, by which every receiver knows the message it has already.
 */
export function createSmtpDesk(options: { mailer: Mailer; to: string; domain: string }): HelpDesk {
  const messageIdOf = ({ key }: TicketToSend) => `<${key}@${options.domain}>`;
  return {
    kind: "smtp",
    async submit(ticket): Promise<SubmitOutcome> {
      const sent = await options.mailer.send({
        messageId: messageIdOf(ticket),
        // No "Auto-Submitted": the merchant sends it, and support may answer it as it answers people.
        to: options.to,
        replyTo: ticket.requester.email,
        locale: "en",
        subject: ticket.subject,
        body: { kind: "text", text: ticket.body },
        headers: {},
      });
      if (sent.outcome !== "sent") return refusalOf(sent);
      const { headers } = sent;
      return {
        outcome: "accepted",
        evidence: { channel: "e-mail", to: options.to, messageId: messageIdOf(ticket), headers },
      };
    },
    lookUp: async () => ({ outcome: "cannot-look-up" }),
    readStatus: async () => ({ outcome: "cannot-read" }),
  };
}

function refusalOf(sent: Exclude<SendOutcome, { outcome: "sent" }>): SubmitOutcome {
  const reason = oneLine(sent.reason);
  if (sent.outcome === "unknown") return { outcome: "unknown", reason };
  const { step, code } = sent;
  const isFinal =
    code !== null &&
    code >= REFUSES_FOR_GOOD &&
    ABOUT_THE_TICKET.includes(step) &&
    !SIGN_IN_CODES.includes(code) &&
    ![...MAY_BE_PUT_RIGHT, ...ABOUT_US].some((words) => reason.toLowerCase().includes(words));
  return { outcome: isFinal ? "refused" : "not-accepted", reason };
}
