import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** What impact.com's staff does at the end; shows what is still open, and never refuses. */
export function closePage({ t, view, base, dateOfMs }: PageContext): Html {
  const { closedAt } = view.changes;
  if (view.closed && closedAt !== null)
    return html`<p class="lead">${t("close.lead")}</p><p class="card">${t("close.done", { date: dateOfMs(closedAt) })}</p>`;
  const counts = {
    contracts: view.contracts.filter((row) => row.status === "ACTIVE").length,
    actions: view.actions.filter((row) => row.state === "PENDING").length,
    invoices: view.invoices.filter((row) => row.status !== "PAID").length,
    catalogs: view.catalogs.filter((row) => row.status !== "CLOSED").length,
  };
  const open = (["contracts", "actions", "invoices", "catalogs"] as const).filter((name) => counts[name] > 0);
  const list = html`<p>${t("close.open")}</p><ul>${open.map(
    (name) => html`<li><a href="${base}/${name}">${t(`close.${name}`, { count: counts[name] })}</a></li>`,
  )}</ul>`;
  return html`<p class="lead">${t("close.lead")}</p>
<section class="card">${open.length === 0 ? html`<p>${t("close.nothing")}</p>` : list}
<p>${t("close.effect")}</p>
<form method="post" action="${base}/close"><button class="danger">${t("close.button")}</button></form></section>`;
}
