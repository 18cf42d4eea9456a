import type { ActionRow } from "#sandbox/impact/derive/actions.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { badge, filterTabs, paged, selectAll, table, tickColumn } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

const SHOWN = ["PENDING", "APPROVED", "REVERSED"] as const;

/** Actions by state, newest first; pending ones can be approved or reversed. */
export function actionsPage(context: PageContext): Html {
  const { t, view, base, query } = context;
  const path = `${base}/actions`;
  const shown = SHOWN.find((state) => state === query.get("show")) ?? "PENDING";
  const matching = view.actions
    .filter((row) => row.state === shown)
    .sort((a, b) => b.source.eventMs - a.source.eventMs);
  const { rows, pager } = paged(context, path, matching);
  const tabs = SHOWN.map((value) => ({
    value,
    label: t(`status.${value}`),
    count: view.actions.filter((row) => row.state === value).length,
  }));
  const mayChange = shown === "PENDING" && rows.length > 0 && !view.closed;
  const ids = rows.map((row) => row.source.file.id);
  return html`<p class="lead">${t("actions.lead")}</p>
${filterTabs(context, path, shown, tabs)}
<form class="card" method="post" action="${path}/approve">
${mayChange && settleTools(context, path, ids)}
${rows.length === 0 ? html`<p>${t("actions.empty")}</p>` : actionTable(context, rows, mayChange)}
${pager}
</form>`;
}

function settleTools(context: PageContext, path: string, ids: readonly string[]): Html {
  const { t } = context;
  return html`<div class="tools">${selectAll(context, ids)}
<button class="primary">${t("actions.approve")}</button>
<button class="danger" formaction="${path}/reverse">${t("actions.reverse")}</button></div>`;
}

function actionTable(context: PageContext, rows: readonly ActionRow[], mayChange: boolean): Html {
  const { t, date, money } = context;
  const columns = [
    { label: t("field.partner"), cell: (row: ActionRow) => row.source.file.partner },
    { label: t("field.action"), kind: "id" as const, cell: (row: ActionRow) => row.source.file.id },
    {
      label: t("field.tracked"),
      kind: "day" as const,
      cell: (row: ActionRow) => date(row.source.file.trackedOn),
    },
    {
      label: t("field.locks"),
      kind: "day" as const,
      cell: (row: ActionRow) => (row.locksOn === null ? t("field.openEnded") : date(row.locksOn)),
    },
    {
      label: t("field.revenue"),
      kind: "num" as const,
      cell: (row: ActionRow) => money(row.source.file.amount),
    },
    {
      label: t("field.commission"),
      kind: "num" as const,
      cell: (row: ActionRow) => money(row.source.file.payout),
    },
    { label: t("field.state"), cell: (row: ActionRow) => badge(context, row.state) },
  ];
  const tick = tickColumn<ActionRow>(context, (row) => row.source.file.id);
  return table(mayChange ? [tick, ...columns] : columns, rows);
}
