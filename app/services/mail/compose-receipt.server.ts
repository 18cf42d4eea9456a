import { z } from "zod";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { ticketParts } from "../drafts/ticket-parts.ts";
import { issueLink } from "../exit/issue-link.server.ts";
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

/**
 * What was sent, when and to whom: the merchant's own copy of the request. Who left the admin gets the way to its page
 * with it; their first link may have days left only.
 */
export async function composeReceipt(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const facts = content.parse(row.content);
  const shop = await deps.db.shops.find(row.shop);
  const page = shop?.uninstalledAt ? await issueLink({ shop: row.shop, purpose: "finish" }, deps) : null;
  const { t, instant, locale } = translatorFor(nearestLocale(row.locale));
  return {
    outcome: "mail",
    mail: {
      messageId: row.messageId,
      to: row.recipient,
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
          ...(page ? [{ kind: "action" as const, text: t("mail.status.action"), href: page }] : []),
          ...ticketParts(`${facts.subject}\n\n${facts.body}`).map(({ text, lang }) => ({
            kind: "foreign" as const,
            text: text.trimEnd(),
            ...(lang && { lang }),
          })),
          ...footer(t, deps.settings),
        ],
      },
      headers: {},
    },
  };
}
