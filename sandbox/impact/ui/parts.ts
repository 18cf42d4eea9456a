import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { type Html, type HtmlValue, html } from "#sandbox/ui/html.ts";
import type { MessageId } from "#sandbox/ui/translate.ts";

type Status = Extract<MessageId, `status.${string}`> extends `status.${infer Name}` ? Name : never;

const TONES: Readonly<Partial<Record<Status, string>>> = {
  ACTIVE: "good",
  APPROVED: "good",
  PAID: "good",
  PENDING: "warn",
  UPCOMING: "warn",
  OVERDUE: "bad",
};

export const badge = ({ t }: PageContext, status: Status): Html =>
  html`<span class="badge ${TONES[status] ?? ""}">${t(`status.${status}`)}</span>`;

interface Column<Row> {
  label: string;
  kind?: "num" | "day" | "id";
  cell(row: Row): HtmlValue;
}

/** A table that turns into one block per row on a narrow screen. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<table class="stack"><thead><tr>${columns.map(
    ({ label, kind }) => html`<th scope="col" class="${kind ?? ""}">${label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map(
        ({ label, kind, cell }) =>
          html`<td class="${kind ?? ""}" data-label="${label}"><span>${cell(row)}</span></td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** First column of a table whose rows can be ticked; rows that cannot have an empty cell. */
export function tickColumn<Row>({ t }: PageContext, idOf: (row: Row) => string | null): Column<Row> {
  return {
    label: t("field.select"),
    cell(row) {
      const id = idOf(row);
      return (
        id !== null &&
        html`<input type="checkbox" name="id" value="${id}" aria-label="${t("field.select")} ${id}">`
      );
    },
  };
}

/** "Select all on this page": works without a script, because the page's ids are sent along. */
export const selectAll = ({ t }: PageContext, ids: readonly string[]): Html =>
  html`<input type="hidden" name="shown" value="${ids.join(" ")}">
<label class="check"><input type="checkbox" name="all" value="1"><span>${t("selectAll")}</span></label>`;

/** Links that choose which rows a list shows. */
export function filterTabs(
  { t, query }: PageContext,
  path: string,
  chosen: string,
  filters: readonly { value: string; label: string; count: number }[],
): Html {
  const rest = new URLSearchParams(query);
  for (const name of ["page", "done", "n", "lang"]) rest.delete(name);
  return html`<ul class="tabs" aria-label="${t("filter.label")}">${filters.map(({ value, label, count }) => {
    rest.set("show", value);
    const current = value === chosen ? html` aria-current="true"` : null;
    return html`<li><a href="${path}?${rest.toString()}"${current}>${label} (${count})</a></li>`;
  })}</ul>`;
}

const PAGE_ROWS = 50;

interface UiPage<Row> {
  rows: readonly Row[];
  pager: Html | null;
}

/** One page of a long list with links to its neighbours. */
export function paged<Row>({ t, query }: PageContext, path: string, all: readonly Row[]): UiPage<Row> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_ROWS));
  const asked = Number.parseInt(query.get("page") ?? "1", 10);
  const page = Math.min(Math.max(1, Number.isNaN(asked) ? 1 : asked), pages);
  const from = (page - 1) * PAGE_ROWS;
  const rows = all.slice(from, from + PAGE_ROWS);
  if (pages === 1) return { rows, pager: null };
  const link = (to: number, label: string) => {
    if (to < 1 || to > pages) return null;
    const next = new URLSearchParams(query);
    next.set("page", String(to));
    return html`<a class="button" href="${path}?${next.toString()}">${label}</a>`;
  };
  const range = t("page.of", { from: from + 1, to: from + rows.length, total: all.length });
  return {
    rows,
    pager: html`<nav class="pager">${link(page - 1, t("page.previous"))}<p>${range}</p>${link(page + 1, t("page.next"))}</nav>`,
  };
}

/** Pairs of label and value; one that is false is left out. */
export const facts = (rows: readonly (readonly [label: string, value: HtmlValue] | false)[]): Html =>
  html`<dl class="facts">${rows.filter((row) => row !== false).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
