import type { ContractRow } from "#sandbox/impact/derive/contracts.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { badge, filterTabs, paged, selectAll, table, tickColumn } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

const SHOWN = ["ACTIVE", "UPCOMING", "PENDING", "EXPIRED", "DECLINED"] as const;

/** Contracts by status, with impact.com's "Expire" and "Withdraw all switches". */
export function contractsPage(context: PageContext): Html {
  const { t, view, base, query } = context;
  const path = `${base}/contracts`;
  const shown = SHOWN.find((status) => status === query.get("show")) ?? "ACTIVE";
  const matching = view.contracts.filter((row) => row.status === shown);
  const { rows, pager } = paged(context, path, matching);
  const tabs = SHOWN.map((value) => ({
    value,
    label: t(`status.${value}`),
    count: view.contracts.filter((row) => row.status === value).length,
  }));
  const list = rows.length === 0 ? html`<p>${t("contracts.empty")}</p>` : contractTable(context, rows);
  const ids = rows.filter((row) => row.status === "ACTIVE").map((row) => row.id);
  return html`<p class="lead">${t("contracts.lead", { timeZone: view.timeZone })}</p>
${filterTabs(context, path, shown, tabs)}
<form class="card" method="post" action="${path}/expire">
${!view.closed && ids.length > 0 && expireTools(context, ids)}
${list}${pager}
</form>`;
}

function contractTable(context: PageContext, rows: readonly ContractRow[]): Html {
  const { t, date, view } = context;
  const programs = new Map(view.account.seed.sandbox.programs.map(({ id, name }) => [id, name]));
  return table<ContractRow>(
    [
      tickColumn(context, (row) => (row.status === "ACTIVE" && !view.closed ? row.id : null)),
      { label: t("field.partner"), cell: (row) => row.partner },
      { label: t("field.contract"), kind: "id", cell: (row) => row.id },
      { label: t("field.program"), cell: (row) => programs.get(row.programId) },
      { label: t("field.from"), kind: "day", cell: (row) => date(row.startsOn) },
      {
        label: t("field.until"),
        kind: "day",
        cell: (row) => (row.endsOn === null ? t("field.openEnded") : date(row.endsOn)),
      },
      { label: t("field.state"), cell: (row) => badge(context, row.status) },
    ],
    rows,
  );
}

function expireTools(context: PageContext, ids: readonly string[]): Html {
  const { t, view } = context;
  return html`<div class="tools">
<label class="check wide"><input type="checkbox" name="withdraw" value="1"><span>${t("contracts.withdraw")}</span></label>
${selectAll(context, ids)}
<label class="field"><span>${t("contracts.lastDay")}</span>
<input type="date" name="endsOn" value="${view.today}" min="${view.today}" required></label>
<button class="primary">${t("contracts.expire")}</button></div>`;
}
