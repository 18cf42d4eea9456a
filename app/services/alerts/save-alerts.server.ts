import { ALERTS, type AlertLimits, limitOf } from "#app/domain/index.ts";
import { loadAccount } from "../account/load-account.server.ts";
import { closingOf } from "../closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";
import { saveDeed } from "../history/save-deed.server.ts";
import { alertFigures } from "./alert-figures.ts";
import { noteMoves } from "./watch-alerts.server.ts";

type Input = { shop: string; actor: string; limits: AlertLimits; byMail: boolean };

/**
 * Keeps the limits. One that was changed begins anew with the figures of this moment, so that what is so already is
 * shown on the page and told to nobody. Consent to mails has its own day and person.
 */
export async function saveAlerts(
  { shop, actor, limits, byMail }: Input,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<"saved" | "unknown-shop"> {
  const view = await loadAccount({ shop }, deps);
  if (!view) return "unknown-shop";
  const figures = alertFigures(view, closingOf(view).closure?.earliestClosing.date ?? null);
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    const before = await work.alerts.setting(shop);
    const changed = ALERTS.filter(
      (alert) => limitOf(alert, limits) !== (before === null ? null : limitOf(alert, before.limits)),
    );
    const isDecided = (before?.mail?.granted ?? false) !== byMail;
    const mail = isDecided ? { granted: byMail, decidedAt: now, decidedBy: actor } : (before?.mail ?? null);
    await work.alerts.saveSetting(shop, { limits, setAt: now, setBy: actor, mail });
    await work.alerts.forget(shop, changed);
    const accountSid = view.connection?.accountSid;
    if (accountSid) {
      const anew = { limits: onlyThose(limits, changed), marks: [] };
      await noteMoves({ shop: view.shop, accountSid, before: anew, figures }, work, deps);
    }
    if (!isDecided) return;
    const kind = byMail ? ("choice-given" as const) : ("choice-withdrawn" as const);
    const deed = { shop, kind, actor, detail: { choice: "alerts-by-mail" } };
    await saveDeed(deed, work, { now, settings: deps.settings });
  });
  return "saved";
}

const onlyThose = (limits: AlertLimits, alerts: readonly string[]): AlertLimits => ({
  currency: limits.currency,
  monthlyFee: alerts.includes("monthly-fee") ? limits.monthlyFee : null,
  weeklyCommissions: alerts.includes("weekly-commissions") ? limits.weeklyCommissions : null,
  overdue: alerts.includes("overdue") && limits.overdue,
  movedDays: alerts.includes("earliest-closing") ? limits.movedDays : null,
});
