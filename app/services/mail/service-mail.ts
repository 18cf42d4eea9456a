import { nearestLocale } from "#app/messages/locales.ts";
import type { Mail, MailBlock, MailRow } from "#app/ports/index.ts";

/** A service mail to the merchant with the headers by which a mail program offers to stop it (RFC 8058). */
export function serviceMail(
  row: MailRow,
  { subject, blocks }: { subject: string; blocks: MailBlock[] },
  stop: string | null,
): Mail {
  return {
    messageId: row.messageId,
    to: row.recipient,
    replyTo: null,
    locale: nearestLocale(row.locale),
    subject,
    body: { kind: "blocks", blocks },
    headers: {
      ...(stop !== null && {
        "List-Unsubscribe": `<${stop}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}
