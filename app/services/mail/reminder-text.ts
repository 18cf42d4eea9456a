import { z } from "zod";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailBlock } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { REMINDER_REASONS } from "../uninstall/reminder-reason.server.ts";
import { footer } from "./footer.ts";
import { foreignName } from "./foreign-text.ts";
import { type MailedRequest, requestLine, requestLinkBlocks } from "./request-link.ts";

export const reminderFactsSchema = z.object({
  shopName: foreignName,
  account: z.string().nullable(),
  timeZone: z.string(),
  currency: z.string(),
  feeOn: z.string(),
  /** True of the earlier of the two days on which the first fee may come (G4). */
  maybe: z.boolean().default(false),
  /** The least the fee can be; null when nobody told us the plan. */
  minimum: z.string().nullable(),
  /** True of a minimum that is only converted (G2). */
  isEstimate: z.boolean().default(false),
  /** When impact.com was last asked; null when it never was. */
  asOf: z.string().nullable(),
  because: z.enum(REMINDER_REASONS),
});
export type ReminderFacts = z.infer<typeof reminderFactsSchema>;

/** The reminder before a fee (E2). It promises no figure that old data cannot carry: only the least the fee can be. */
export function reminderText(
  facts: ReminderFacts,
  request: MailedRequest | null,
  locale: Locale,
  links: { finish: string; stop: string },
  settings: Pick<ServiceSettings, "operator">,
): { subject: string; blocks: MailBlock[] } {
  const translator = translatorFor(locale);
  const { t, money, date, instant } = translator;
  const { shopName, because } = facts;
  const on = date(facts.feeOn);
  const amount =
    facts.minimum === null ? t("mail.reminder.unknownMinimum") : money(facts.minimum, facts.currency);
  const maybe = String(facts.maybe);
  return {
    subject: t("mail.reminder.subject", { on, maybe }),
    blocks: [
      {
        kind: "strong",
        text: t("mail.reminder.fee", { on, amount, maybe, estimate: String(facts.isEstimate) }),
      },
      {
        kind: "paragraph",
        text: t("mail.reminder.asOf", {
          known: facts.asOf === null ? "never" : "checked",
          when: facts.asOf === null ? "" : instant(facts.asOf, facts.timeZone),
          account: facts.account ?? "none",
        }),
      },
      ...(request ? [requestLine(request, translator)] : []),
      ...requestLinkBlocks(request, links.finish, translator),
      { kind: "small", text: t("mail.reminder.why", { shopName, because }) },
      { kind: "small-link", text: t("mail.stop"), href: links.stop },
      ...footer(t, settings),
    ],
  };
}
