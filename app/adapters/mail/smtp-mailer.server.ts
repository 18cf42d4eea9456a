import nodemailer from "nodemailer";
import type { Mail, MailAttachment, Mailer } from "#app/ports/index.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";

/** Milliseconds to wait for a line and a greeting, and for the next word of a server that has greeted. */
const PATIENCE = { greetingMs: 10_000, silenceMs: 30_000 };

/** SMTP with hard timeouts. The Message-ID is ours and stays the same over retries, so that receivers can dedupe. */
export function createSmtpMailer(options: { url: string; from: string; patience?: typeof PATIENCE }): Mailer {
  const { greetingMs, silenceMs } = options.patience ?? PATIENCE;
  const smtp = {
    url: options.url,
    // A password never crosses the network in the clear, also when somebody in between leaves out the offer of TLS.
    requireTLS: new URL(options.url).username !== "",
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
  };
  const transport = nodemailer.createTransport(smtp, { from: options.from });
  const built = new Map<unknown, string>();
  // The library sends exactly these lines: it fixes date and boundaries when they are first asked for.
  transport.use("stream", ({ data, message }, done) => {
    built.set(data.messageId, message.buildHeaders());
    done(null);
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          to: mail.to,
          ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
          subject: mail.subject,
          messageId: mail.messageId,
          headers: { "Content-Language": mail.locale, ...mail.headers },
          ...parts(mail),
          ...(mail.attachments && { attachments: mail.attachments.map(attachmentOf) }),
        });
        return { headers: built.get(mail.messageId) ?? "" };
      } finally {
        built.delete(mail.messageId);
      }
    },
  };
}

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
