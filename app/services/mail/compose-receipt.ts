import { z } from "zod";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRecord } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";

const content = z.object({
  reference: z.string(),
  sentAt: z.string(),
  timeZone: z.string(),
  supportAddress: z.string(),
  subject: z.string(),
  body: z.string(),
  isBilled: z.boolean().default(true),
});

/** What was sent, when and to whom: the merchant's own copy of the request. */
export function composeReceipt(record: MailRecord, settings: ServiceSettings): Composed {
  const facts = content.parse(record.content);
  const { t, instant, locale } = translatorFor(nearestLocale(record.locale));
  return {
    outcome: "mail",
    mail: {
      messageId: record.messageId,
      to: record.recipient,
      replyTo: null,
      locale,
      subject: t("mail.receipt.subject", { reference: facts.reference }),
      body: {
        kind: "blocks",
        blocks: [
          {
            kind: "paragraph",
            text: t("mail.receipt.sent", {
              supportAddress: facts.supportAddress,
              when: instant(facts.sentAt, facts.timeZone),
              reference: facts.reference,
            }),
          },
          { kind: "strong", text: t("mail.receipt.notClosed", { isBilled: String(facts.isBilled) }) },
          { kind: "paragraph", text: t("mail.receipt.next") },
          { kind: "small", text: `${facts.subject}\n\n${facts.body}` },
          ...footer(t, settings),
        ],
      },
      headers: {},
    },
  };
}
