import type { Persona } from "#sandbox/impact/state/categories.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { actionsPage } from "#sandbox/impact/ui/pages/actions.ts";
import { advertisersPage } from "#sandbox/impact/ui/pages/advertisers.ts";
import { apiAccessPage } from "#sandbox/impact/ui/pages/api-access.ts";
import { balancePage } from "#sandbox/impact/ui/pages/balance.ts";
import { catalogsPage } from "#sandbox/impact/ui/pages/catalogs.ts";
import { closePage } from "#sandbox/impact/ui/pages/close.ts";
import { contractsPage } from "#sandbox/impact/ui/pages/contracts.ts";
import { faultsPage } from "#sandbox/impact/ui/pages/faults.ts";
import { invoicesPage } from "#sandbox/impact/ui/pages/invoices.ts";
import { payoutPage } from "#sandbox/impact/ui/pages/payout.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import type { MessageId, Translate } from "#sandbox/ui/translate.ts";

/** The pages of one account in the order of its menu; the name is the last part of the address. */
export const PAGES = {
  contracts: contractsPage,
  actions: actionsPage,
  invoices: invoicesPage,
  catalogs: catalogsPage,
  balance: balancePage,
  payout: payoutPage,
  advertisers: advertisersPage,
  api: apiAccessPage,
  faults: faultsPage,
  close: closePage,
} as const satisfies Record<string, (context: PageContext) => Html>;

export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

/** The pages each kind of account has. */
export const PAGES_OF = {
  brand: ["contracts", "actions", "invoices", "catalogs", "balance", "api", "faults", "close"],
  partner: ["contracts", "actions", "invoices", "payout", "api", "faults", "close"],
  agency: ["advertisers", "api", "faults", "close"],
} as const satisfies Record<Persona, readonly PageName[]>;

const DONE = [
  "expired",
  "approved",
  "reversed",
  "paid",
  "deleted",
  "cancelled",
  "saved",
  "closed",
  "reset",
] as const;
export type Done = (typeof DONE)[number];

/** Menu, heading, the message of what was just done, and the page itself. */
export function accountBody(context: PageContext, name: PageName): Html {
  const { t, view, base } = context;
  const menu = PAGES_OF[view.account.seed.sandbox.persona].map((one) => {
    const current = one === name ? html` aria-current="page"` : null;
    return html`<li><a href="${base}/${one}"${current}>${t(`nav.${one}`)}</a></li>`;
  });
  return html`<div class="frame"><nav class="side" aria-label="${view.account.seed.sandbox.company.name}">
<p class="who">${view.account.seed.sandbox.company.name}</p>
<ul>${menu}<li><a href="/impact">${t("nav.accounts")}</a></li></ul></nav>
<main id="content">${flash(t, context.query)}
${view.closed && name !== "close" && html`<p class="banner">${t("state.closed")}</p>`}
<h1>${t(`${name}.title`)}</h1>${PAGES[name](context)}</main></div>`;
}

/** What was just done, taken from the address the form led to; unknown words show nothing. */
export function flash(t: Translate, query: URLSearchParams): Html | null {
  const done = DONE.find((one) => one === query.get("done"));
  if (!done) return null;
  const id: MessageId = `done.${done}`;
  return html`<p class="flash" role="status">${t(id, { count: Number(query.get("n") ?? 0) || 0 })}</p>`;
}
