import { Temporal } from "temporal-polyfill";
import { phaseOf } from "#app/domain/index.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import type { MailRow } from "#app/ports/index.ts";
import { latestRequest } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { issueLink } from "../exit/issue-link.server.ts";
import { reminderReason } from "../uninstall/reminder-reason.server.ts";
import type { Composed } from "./composed.ts";
import { reminderFactsSchema, reminderText } from "./reminder-text.ts";
import { serviceMail } from "./service-mail.ts";

/** E2, if it is still wanted and still in time when it goes out. */
export async function composeReminder(
  row: MailRow,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Composed> {
  const facts = reminderFactsSchema.parse(row.content);
  const shop = await deps.db.shops.find(row.shop);
  if (!shop?.uninstalledAt) return { outcome: "drop", reason: "installed again" };
  if ((await reminderReason(shop, deps)) === null)
    return { outcome: "drop", reason: "reminders no longer wanted" };
  const today = deps.clock.now().toZonedDateTimeISO(facts.timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(today, Temporal.PlainDate.from(facts.feeOn)) >= 0)
    return { outcome: "drop", reason: "the fee's day has come" };
  const issue = (purpose: "finish" | "stop-mail") => issueLink({ shop: row.shop, purpose }, deps);
  const links = { finish: await issue("finish"), stop: await issue("stop-mail") };
  const latest = await latestRequest(row.shop, deps.db);
  const request = latest && { reference: latest.reference, standing: phaseOf(latest.state) };
  const text = reminderText(facts, request, nearestLocale(row.locale), links, deps.settings);
  return { outcome: "mail", mail: serviceMail(row, text, links.stop) };
}
