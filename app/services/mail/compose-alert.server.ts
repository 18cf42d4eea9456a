import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { ALERTS, type AlertNews } from "#app/domain/index.ts";
import { alertText } from "#app/messages/alert-text.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { MailBlock, MailRow } from "#app/ports/index.ts";
import { wantsMail } from "../alerts/watch-alerts.server.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import type { Composed } from "./composed.ts";
import { footer } from "./footer.ts";
import { foreignName } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";

/** Which crossings it is about; their figures are read when it goes. */
const content = z.object({
  shopName: foreignName,
  changedAt: z.string().transform((text) => Temporal.Instant.from(text)),
  news: z.array(z.object({ alert: z.enum(ALERTS) })).min(1),
});

/** Limits were reached. Dropped without consent, and when none of them holds any more by the time it goes. */
export async function composeAlert(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const { shopName, changedAt, news } = content.parse(row.content);
  const shop = await deps.db.shops.find(row.shop);
  if (!shop || shop.uninstalledAt) return { outcome: "drop", reason: "not installed" };
  if (!(await wantsMail(shop, deps.db))) return { outcome: "drop", reason: "alerts by e-mail not wanted" };
  const marks = await deps.db.alerts.marks(row.shop);
  const holding = news.flatMap(({ alert }): AlertNews[] => {
    const mark = marks.find((each) => each.alert === alert && each.changedAt.equals(changedAt));
    return mark?.news ? [mark.news] : [];
  });
  const [first] = holding;
  if (!first) return { outcome: "drop", reason: "below the limit again" };
  const issue = (purpose: "finish" | "stop-mail") => issueLink({ shop: row.shop, purpose }, deps);
  const links = { finish: await issue("finish"), stop: await issue("stop-mail") };
  const translator = translatorFor(nearestLocale(row.locale));
  const { t } = translator;
  const blocks: MailBlock[] = [
    { kind: "paragraph", text: t("mail.alertNews.lead", { shopName }) },
    { kind: "list", items: holding.map((each) => alertText(each, translator)) },
    { kind: "action", text: t("mail.alertNews.action"), href: links.finish },
    { kind: "paragraph", text: t("mail.alertNews.change") },
    { kind: "small", text: t("mail.alertNews.why") },
    { kind: "small-link", text: t("mail.stop"), href: links.stop },
    ...footer(t, deps.settings),
  ];
  const subject =
    holding.length === 1
      ? t(`mail.alertNews.subject.${first.alert}`)
      : t("mail.alertNews.subject.several", { count: holding.length });
  return { outcome: "mail", mail: serviceMail(row, { subject, blocks }, links.stop) };
}
