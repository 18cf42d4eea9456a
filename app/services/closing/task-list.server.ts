import {
  type Action,
  accountOnPath,
  type ClosingOutlook,
  type ClosingPath,
  formatMinor,
  fundedThings,
  ITEMS_PER_PAGE,
  type ItemPage,
  type ItemQuery,
  isAboutActions,
  isoDay,
  itemPage,
  type LeftCounts,
  matching,
  type TaskItem,
  type TaskKey,
  taskItems,
  toDay,
} from "#app/domain/index.ts";
import type { Program } from "#app/ports/index.ts";
import { bodiesOf } from "../account/known-bodies.ts";
import type { AccountView } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";

type Asked = {
  view: AccountView;
  route: ClosingPath;
  key: TaskKey;
  counts: LeftCounts | null;
  outlook: ClosingOutlook | null;
};

/** One page of a task's things, so that each of them can be reached; null where the task has no list or it is not known. */
export async function taskPage(
  asked: Asked,
  query: ItemQuery,
  deps: Pick<Deps, "db">,
): Promise<ItemPage | null> {
  if (isAboutActions(asked.key)) return actionPage(asked, query, deps);
  const items = allItems(asked);
  return items && itemPage(items, query);
}

/** Every thing of a task but actions, which a store pages through. */
function allItems({ view: { assembled, today, snapshots }, route, key }: Asked): TaskItem[] | null {
  const ready = assembled.outcome === "ready" ? assembled.account : null;
  const known = ready ?? (assembled.outcome === "facts-missing" ? assembled.read : null);
  const account = known && accountOnPath(known, route);
  const funded = account && ready ? fundedThings(account, { on: today }).invoices : new Set<string>();
  const items = account && taskItems(account, key, { on: toDay(today), funded });
  const names = programNames(snapshots);
  return (
    items?.map((item) => ({ ...item, detail: item.detail && (names.get(item.detail) ?? item.detail) })) ??
    null
  );
}

/** A contract names its program by id only. */
function programNames(snapshots: AccountView["snapshots"]): ReadonlyMap<string, string> {
  const programs = (bodiesOf(snapshots).Campaigns ?? []) as Program[];
  return new Map(programs.map(({ id, name }) => [id, name]));
}

/** The store finds, sorts and cuts: an account has any number of actions. The late ones are few and known by name. */
async function actionPage(
  asked: Asked,
  query: ItemQuery,
  { db }: Pick<Deps, "db">,
): Promise<ItemPage | null> {
  const { view, key, counts, outlook } = asked;
  const stored = view.assembled.outcome === "ready" ? view.assembled.stored : null;
  const actions = counts?.actions;
  if (!stored || !actions) return null;
  const isPaidFor = key === "pay-actions" || key === "partner-upcoming";
  const late = (outlook?.locks?.late ?? []).map(
    (each): TaskItem => ({
      id: each.action,
      name: each.partner,
      detail: each.program,
      state: "late",
      on: each.locksOn,
      trackedOn: each.trackedOn,
      amount: each.payout,
      revenue: each.amount,
    }),
  );
  const tabs = [
    ...(late.length > 0 ? [{ show: "late", count: late.length }] : []),
    { show: "pending", count: actions.pending.count },
    ...(isPaidFor ? [{ show: "to-pay", count: actions.unpaid.count + actions.funded.count }] : []),
  ];
  const usual = tabs.find(({ count }) => count > 0)?.show ?? "pending";
  const show = tabs.some((tab) => tab.show === query.show) ? query.show : usual;
  const base = { tabs, show, search: query.search };
  if (show === "late") {
    const items = [...matching(late, query.search)];
    return { ...base, items, count: items.length, page: 1, pages: 1 };
  }
  const kind = show === "to-pay" ? "to-pay" : "pending";
  const read = (page: number) =>
    db.actions.openPage(stored, toDay(view.today), {
      kind,
      search: query.search,
      offset: (page - 1) * ITEMS_PER_PAGE,
      limit: ITEMS_PER_PAGE,
    });
  const wanted = Math.max(1, query.page);
  const found = await read(wanted);
  const pages = Math.max(1, Math.ceil(found.count / ITEMS_PER_PAGE));
  const page = Math.min(wanted, pages);
  const { rows } = page === wanted ? found : await read(page);
  return { ...base, items: actionItems(rows, kind, asked), count: found.count, page, pages };
}

function actionItems(rows: readonly Action[], kind: "pending" | "to-pay", asked: Asked): TaskItem[] {
  const { assembled, today } = asked.view;
  const account = assembled.outcome === "ready" ? accountOnPath(assembled.account, asked.route) : null;
  const funded =
    account && kind === "to-pay" ? fundedThings(account, { on: today }).lockDays : new Set<number>();
  return rows.map((row) => {
    const isFunded = funded.has(row.locksOn ?? row.trackedOn);
    return actionItem(row, isFunded ? "funded" : kind, asked);
  });
}

function actionItem(action: Action, kind: TaskItem["state"], { counts }: Asked): TaskItem {
  const money = (minor: number) => (counts ? formatMinor(minor, counts.currency) : null);
  return {
    id: action.id,
    name: action.partner,
    detail: action.program,
    state: kind,
    on: action.locksOn === null ? null : isoDay(action.locksOn),
    trackedOn: isoDay(action.trackedOn),
    amount: money(action.payout),
    revenue: money(action.amount),
  };
}

/** So many rows a file has at most; beyond that the export of the account has all of them. */
const MOST_ROWS = 50_000;

/** Everything a tab and a search leave, for a file. */
export async function taskRows(
  asked: Asked,
  query: Omit<ItemQuery, "page">,
  deps: Pick<Deps, "db">,
): Promise<TaskItem[] | null> {
  const first = await taskPage(asked, { ...query, page: 1 }, deps);
  if (!first) return null;
  if (isAboutActions(asked.key) && first.show !== "late") {
    const stored = asked.view.assembled.outcome === "ready" ? asked.view.assembled.stored : null;
    if (!stored) return null;
    const kind = first.show === "to-pay" ? "to-pay" : "pending";
    const { rows } = await deps.db.actions.openPage(stored, toDay(asked.view.today), {
      kind,
      search: query.search,
      offset: 0,
      limit: MOST_ROWS,
    });
    return actionItems(rows, kind, asked);
  }
  const items: TaskItem[] = [...first.items];
  for (let page = 2; page <= first.pages; page += 1)
    items.push(...((await taskPage(asked, { ...query, page }, deps))?.items ?? []));
  return items;
}
