import nodemailer from "nodemailer";
import type { Mail, Mailer } from "#app/ports/index.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";

/** SMTP with hard timeouts. The Message-ID is ours and stays the same over retries, so that receivers can dedupe. */
export function createSmtpMailer(options: { url: string; from: string }): Mailer {
  const smtp = {
    url: options.url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
  const transport = nodemailer.createTransport(smtp, { from: options.from });
  return {
    async send(mail) {
      await transport.sendMail({
        to: mail.to,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        messageId: mail.messageId,
        headers: { "Content-Language": mail.locale, ...mail.headers },
        ...parts(mail),
      });
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
