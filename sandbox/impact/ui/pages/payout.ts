import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { facts } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** A partner's balance, which no API gives, and how it is paid. */
export function payoutPage({ t, view, money }: PageContext): Html {
  const { partner } = view.account.seed.sandbox;
  const withdrawal = partner?.withdrawal ?? null;
  const schedule = withdrawal === null ? null : withdrawal.schedule;
  return html`<p class="lead">${t("payout.lead")}</p>
<section class="card">${facts([
    [t("payout.balance"), html`<strong>${money(partner?.balance ?? "0.00")}</strong>`],
    [t("payout.method"), withdrawal === null ? t("payout.none") : t(`payout.method.${withdrawal.method}`)],
    schedule === "BALANCE_THRESHOLD" && [t("payout.threshold"), money(withdrawal?.threshold ?? "0.00")],
    schedule === "FIXED_DAY" && [t("payout.day"), withdrawal?.day],
  ])}</section>`;
}
