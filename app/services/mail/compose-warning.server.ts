import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailBlock, MailRecord } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../links/issue-link.server.ts";
import { type WarningFacts, warningFactsSchema } from "../uninstall/warning-facts.ts";
import type { Composed } from "./deliver-mail.server.ts";
import { footer } from "./footer.ts";

/** The one warning after an uninstall (E1). Dropped when the merchant came back or asked for quiet in the meantime. */
export async function composeWarning(
  record: MailRecord,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const shop = await deps.db.shops.find(record.shop);
  if (!shop?.uninstalledAt) return { outcome: "drop", reason: "installed again" };
  if (shop.mailStoppedAt) return { outcome: "drop", reason: "e-mails stopped" };
  const facts = warningFactsSchema.parse(record.content);
  const issue = (purpose: "finish" | "stop-mail") =>
    issueLink({ shop: record.shop, purpose, links: deps.db.links }, deps);
  const finish = await issue("finish");
  const stop = await issue("stop-mail");
  const { t, locale } = translatorFor(nearestLocale(record.locale));
  return {
    outcome: "mail",
    mail: {
      messageId: record.messageId,
      to: record.recipient,
      replyTo: null,
      locale,
      subject: t("mail.warning.subject"),
      body: {
        kind: "blocks",
        blocks: [
          { kind: "strong", text: t("mail.warning.stillOpen", { shopName: facts.shopName }) },
          ...costBlocks(facts, locale),
          { kind: "action", text: t("mail.warning.action"), href: finish },
          { kind: "paragraph", text: t("mail.warning.withoutLink") },
          { kind: "small", text: t("mail.warning.why", { shopName: facts.shopName }) },
          { kind: "small-link", text: t("mail.stop"), href: stop },
          ...footer(t, deps.settings),
        ],
      },
      headers: {
        "List-Unsubscribe": `<${stop}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
    },
  };
}

function costBlocks(facts: WarningFacts, locale: "en" | "zh-CN"): MailBlock[] {
  const { t, money, date, instant } = translatorFor(locale);
  const asOf = facts.asOf === null ? null : instant(facts.asOf, facts.timeZone);
  const next = facts.nextCharge;
  const first: MailBlock = {
    kind: "paragraph",
    text:
      next === null
        ? t("mail.warning.noFigure")
        : t("mail.warning.nextCharge", {
            amount: money(next.amount, facts.currency),
            on: date(next.date),
            asOf: asOf ?? "",
            known: asOf === null ? "told" : "checked",
          }),
  };
  if (facts.minimum === null) return [first];
  const { perMonth, perYear } = facts.minimum;
  return [
    first,
    {
      kind: "paragraph",
      text: t("mail.warning.goesOn", {
        perMonth: money(perMonth, facts.currency),
        perYear: money(perYear, facts.currency),
      }),
    },
  ];
}
