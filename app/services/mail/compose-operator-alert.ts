import { z } from "zod";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRecord } from "#app/ports/index.ts";
import type { Composed } from "./composed.ts";

const content = z.object({
  kind: z.enum(["late", "given-up"]),
  channel: z.string(),
  attempts: z.number(),
  reason: z.string(),
  shop: z.string(),
});

/** Tells the operator that closing requests do not get through, and what to look at. */
export function composeOperatorAlert(record: MailRecord): Composed {
  const { kind, ...facts } = content.parse(record.content);
  const { t } = translatorFor("en");
  return {
    outcome: "mail",
    mail: {
      messageId: record.messageId,
      to: record.recipient,
      replyTo: null,
      locale: "en",
      subject: t(`mail.alert.subject.${kind}`),
      body: { kind: "text", text: t(`mail.alert.body.${kind}`, facts) },
      headers: { "Auto-Submitted": "auto-generated" },
    },
  };
}
