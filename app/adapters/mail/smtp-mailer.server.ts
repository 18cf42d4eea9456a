import { oneMailbox } from "#app/domain/index.ts";
import type { Mail, MailAttachment, Mailer, SendOutcome } from "#app/ports/index.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { notSent } from "./smtp-failure.ts";

/** Milliseconds to wait for a line and a greeting, and for the next word of a server that has greeted. */
const PATIENCE = { greetingMs: 10_000, silenceMs: 30_000 };

/** `ehloName`: what the app calls itself to the server; the machine's own name without one. */
type SmtpAccess = { url: string; from: string; ehloName?: string | undefined; patience?: typeof PATIENCE };

/**
 * SMTP with hard timeouts. The Message-ID is ours and stays the same over retries, so that receivers can dedupe. A
 * user's password is given to no server that does not encrypt.
 */
export function createSmtpMailer(options: SmtpAccess): Mailer {
  const { greetingMs, silenceMs } = options.patience ?? PATIENCE;
  const smtp = {
    url: withoutItsOwnWord(options.url),
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    // A password never crosses the network in the clear, also when somebody in between leaves out the offer of TLS.
    requireTLS: URL.canParse(options.url) && new URL(options.url).username !== "",
    ...(options.ehloName && { name: options.ehloName }),
  };
  const built = new Map<unknown, string>();
  const openTransport = async () => {
    // A process that answers pages sends none: what the library takes in memory is taken by the first mail.
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(smtp, { from: options.from });
    // The library sends exactly these lines: it fixes date and boundaries when they are first asked for.
    transport.use("stream", ({ data, message }, done) => {
      built.set(data.messageId, message.buildHeaders());
      done(null);
    });
    return transport;
  };
  let opened: ReturnType<typeof openTransport> | null = null;
  return {
    async send(mail): Promise<SendOutcome> {
      try {
        opened ??= openTransport();
        const transport = await opened;
        await transport.sendMail({
          to: mailbox(mail.to),
          ...(mail.replyTo ? { replyTo: mailbox(mail.replyTo) } : {}),
          subject: mail.subject,
          messageId: mail.messageId,
          headers: { "Content-Language": mail.locale, ...mail.headers },
          ...parts(mail),
          ...(mail.attachments && { attachments: mail.attachments.map(attachmentOf) }),
        });
        return { outcome: "sent", headers: built.get(mail.messageId) ?? "" };
      } catch (error) {
        return notSent(error);
      } finally {
        built.delete(mail.messageId);
      }
    },
  };
}

/** The library lets a parameter of the address win over what it is told: `?requireTLS=false` would send a password as it is. */
function withoutItsOwnWord(address: string): string {
  if (!URL.canParse(address) || new URL(address).username === "") return address;
  const url = new URL(address);
  for (const name of ["requireTLS", "ignoreTLS", "opportunisticTLS"]) url.searchParams.delete(name);
  return url.href;
}

/** As an object it is one mailbox, whatever is in it; as a text the library would make a list of it. */
const mailbox = (field: string) => ({ name: "", address: oneMailbox(field) ?? field });

function parts(mail: Mail): { text: string; html?: string } {
  if (mail.body.kind === "text") return { text: mail.body.text };
  return {
    text: renderText(mail.body.blocks),
    html: renderHtml(mail.body.blocks, mail.locale, mail.subject),
  };
}

const attachmentOf = ({ fileName, contentType, bytes }: MailAttachment) => ({
  filename: fileName,
  contentType,
  content: Buffer.from(bytes),
});
