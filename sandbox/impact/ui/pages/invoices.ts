import type { InvoiceRow } from "#sandbox/impact/derive/invoices.ts";
import { sumMinor } from "#sandbox/impact/derive/minor.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { badge, filterTabs, paged, selectAll, table, tickColumn } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** Partner invoices; open ones can be marked as paid. */
export function invoicesPage(context: PageContext): Html {
  const { t, view, base, query } = context;
  const path = `${base}/invoices`;
  const open = view.invoices.filter((row) => row.status !== "PAID");
  const shown = query.get("show") === "all" ? "all" : "open";
  const { rows, pager } = paged(context, path, shown === "all" ? view.invoices : open);
  const ids = rows.filter((row) => row.status !== "PAID").map((row) => row.id);
  return html`<p class="lead">${t("invoices.lead")}</p>
${filterTabs(context, path, shown, [
  { value: "open", label: t("filter.open"), count: open.length },
  { value: "all", label: t("filter.all"), count: view.invoices.length },
])}
<form class="card" method="post" action="${path}/pay">
${
  ids.length > 0 &&
  html`<div class="tools">${selectAll(context, ids)}<button class="primary">${t("invoices.pay")}</button></div>`
}
${rows.length === 0 ? html`<p>${t("invoices.empty")}</p>` : invoiceTable(context, rows)}
${pager}
</form>`;
}

function invoiceTable(context: PageContext, rows: readonly InvoiceRow[]): Html {
  const { t, date, money } = context;
  return table<InvoiceRow>(
    [
      tickColumn(context, (row) => (row.status === "PAID" ? null : row.id)),
      { label: t("field.invoice"), kind: "id", cell: (row) => row.id },
      { label: t("field.partner"), cell: (row) => row.partner },
      { label: t("field.created"), kind: "day", cell: (row) => date(row.createdOn) },
      { label: t("field.due"), kind: "day", cell: (row) => date(row.dueOn) },
      {
        label: t("field.total"),
        kind: "num",
        cell: (row) => money(sumMinor(row.actions.map((action) => action.source.file.payout))),
      },
      { label: t("field.state"), cell: (row) => badge(context, row.status) },
    ],
    rows,
  );
}
