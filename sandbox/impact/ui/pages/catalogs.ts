import type { CatalogRow } from "#sandbox/impact/derive/catalogs.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { badge, table } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** Product catalogs, each with its Delete button. */
export function catalogsPage(context: PageContext): Html {
  const { t, view, base } = context;
  const list = table<CatalogRow>(
    [
      { label: t("field.catalog"), cell: (row) => row.name },
      {
        label: t("field.store"),
        cell: (row) => (row.storeUrl === null ? t("catalogs.upload") : new URL(row.storeUrl).host),
      },
      { label: t("field.state"), cell: (row) => badge(context, row.status) },
      {
        label: t("catalogs.delete"),
        cell: (row) =>
          row.status !== "CLOSED" &&
          html`<form method="post" action="${base}/catalogs/delete"><input type="hidden" name="id" value="${row.id}">
<button class="danger" aria-label="${t("catalogs.delete")} ${row.name}">${t("catalogs.delete")}</button></form>`,
      },
    ],
    view.catalogs,
  );
  return html`<p class="lead">${t("catalogs.lead")}</p>
<div class="card">${view.catalogs.length === 0 ? html`<p>${t("catalogs.empty")}</p>` : list}</div>`;
}
