import { z } from "zod";
import type { MailRecord } from "#app/ports/index.ts";
import type { Composed } from "./deliver-mail.server.ts";

const content = z.object({ subject: z.string(), body: z.string(), replyTo: z.string().nullable() });

/** The closing request as the merchant reviewed it, word for word, as plain text to the help desk. */
export function composeTicketMail(record: MailRecord): Composed {
  const { subject, body, replyTo } = content.parse(record.content);
  return {
    outcome: "mail",
    mail: {
      messageId: record.messageId,
      to: record.recipient,
      replyTo,
      locale: record.locale,
      subject,
      body: { kind: "text", text: body },
      headers: {},
    },
  };
}
