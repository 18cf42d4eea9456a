import { nearestLocale } from "#app/messages/locales.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import { stillAhead, warningFactsSchema } from "../uninstall/warning-facts.ts";
import type { Composed } from "./composed.ts";
import { foreignText } from "./foreign-text.ts";
import { serviceMail } from "./service-mail.ts";
import { warningText } from "./warning-text.ts";

/** The one warning after an uninstall (E1). Dropped when the merchant came back or asked for quiet in the meantime. */
export async function composeWarning(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const shop = await deps.db.shops.find(row.shop);
  const shown = warningFactsSchema.parse(row.content);
  const facts = stillAhead({ ...shown, shopName: foreignText(shown.shopName) }, deps.clock.now());
  const ofThisInstall = facts.installedAt === null || facts.installedAt === shop?.installedAt.toString();
  if (!shop?.uninstalledAt || !ofThisInstall) return { outcome: "drop", reason: "installed again" };
  if (shop.mailStoppedAt) return { outcome: "drop", reason: "e-mails stopped" };
  const issue = (purpose: "finish" | "stop-mail") => issueLink({ shop: row.shop, purpose }, deps);
  const links = { finish: await issue("finish"), stop: await issue("stop-mail") };
  const text = warningText(facts, nearestLocale(row.locale), links, deps.settings);
  return { outcome: "mail", mail: serviceMail(row, text, links.stop) };
}
