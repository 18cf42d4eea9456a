import { type LedgerLine, ledgerOf } from "#sandbox/impact/derive/ledger.ts";
import { canCancel, trialConditions } from "#sandbox/impact/derive/trial.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { facts, table } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

const SHOWN_LINES = 24;

/** Balance, card charges and subscription: the facts the API does not give (domain facts 6.5). */
export function balancePage(context: PageContext): Html {
  const { t, view, date, money } = context;
  const { account, sandbox } = view.account.seed;
  const ledger = ledgerOf(view);
  const { subscriptionCancelledAt } = view.changes;
  const state = view.closed ? "closed" : subscriptionCancelledAt !== null ? "cancelled" : "open";
  return html`<p class="lead">${t("balance.lead")}</p>
<section class="card">${facts([
    [t("field.fundingBalance"), html`<strong>${money(ledger.balance)}</strong>`],
    [t("field.card"), t("field.cardEnding", { last4: sandbox.cardLast4 })],
    [t("field.currency"), account.currency],
    [t("field.timeZone"), account.timeZone],
  ])}</section>
<section class="card"><h2>${t("balance.subscription")}</h2>${facts([
    [t("field.edition"), t(`edition.${account.edition}`)],
    [t("field.state"), t(`state.${state}`)],
    [t("field.signedUp"), date(account.signedUpOn)],
    [t("field.trialEnds"), account.trialEndsOn === null ? "–" : date(account.trialEndsOn)],
  ])}${state === "open" && trialPart(context)}${
    subscriptionCancelledAt !== null &&
    html`<p>${t("balance.cancelled", { date: context.dateOfMs(subscriptionCancelledAt) })}</p>`
  }</section>
<section class="card"><h2>${t("balance.movements")}</h2>${movements(context, ledger.lines)}</section>`;
}

function trialPart({ t, view, base }: PageContext): Html {
  if (canCancel(view))
    return html`<p>${t("balance.cancelShown")}</p>
<form method="post" action="${base}/subscription/cancel"><button class="danger">${t("balance.cancel")}</button></form>`;
  return html`<p>${t("balance.cancelHidden")}</p><ul class="plain">${trialConditions(view).map(
    ({ condition, met }) =>
      html`<li><span class="badge ${met ? "good" : ""}">${t(met ? "balance.met" : "balance.unmet")}</span>
<span>${t(`balance.condition.${condition}`)}</span></li>`,
  )}</ul>`;
}

function movements({ t, date, money }: PageContext, lines: readonly LedgerLine[]): Html {
  if (lines.length === 0) return html`<p>${t("balance.empty")}</p>`;
  const latest = lines.slice(-SHOWN_LINES).reverse();
  const list = table<LedgerLine>(
    [
      { label: t("field.date"), kind: "day", cell: (line) => date(line.on) },
      { label: t("field.what"), cell: (line) => t(`balance.kind.${line.kind}`) },
      { label: t("field.amount"), kind: "num", cell: (line) => money(line.amount) },
      { label: t("field.balance"), kind: "num", cell: (line) => money(line.balance) },
    ],
    latest,
  );
  return html`${lines.length > SHOWN_LINES && html`<p>${t("balance.latest", { count: SHOWN_LINES })}</p>`}${list}`;
}
