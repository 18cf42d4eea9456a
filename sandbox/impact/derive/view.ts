import { type ActionRow, actionsAt } from "#sandbox/impact/derive/actions.ts";
import { type CatalogRow, catalogsAt } from "#sandbox/impact/derive/catalogs.ts";
import { type ContractRow, contractsAt } from "#sandbox/impact/derive/contracts.ts";
import { dayOf } from "#sandbox/impact/derive/days.ts";
import { type InvoiceRow, invoicesAt } from "#sandbox/impact/derive/invoices.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

/** One account as it is at one instant. */
export interface AccountView {
  account: PreparedAccount;
  changes: AccountChanges;
  nowMs: number;
  today: string;
  timeZone: string;
  closed: boolean;
  contracts: readonly ContractRow[];
  actions: readonly ActionRow[];
  invoices: readonly InvoiceRow[];
  catalogs: readonly CatalogRow[];
}

/** Half a minute of a clock that runs changes nothing that anybody could see. */
const SAME_VIEW_MS = 30_000;
const lastViews = new WeakMap<PreparedAccount, AccountView>();

/** The last view again while nothing was changed and no time worth speaking of has passed. */
export function viewAt(account: PreparedAccount, changes: AccountChanges, nowMs: number): AccountView {
  const last = lastViews.get(account);
  const passed = last === undefined ? Number.NaN : nowMs - last.nowMs;
  if (last?.changes === changes && passed >= 0 && passed < SAME_VIEW_MS) return last;
  const view = makeView(account, changes, nowMs);
  lastViews.set(account, view);
  return view;
}

function makeView(account: PreparedAccount, changes: AccountChanges, nowMs: number): AccountView {
  const { timeZone } = account.seed.account;
  const actions = actionsAt(account, changes, nowMs);
  return {
    account,
    changes,
    nowMs,
    today: dayOf(nowMs, timeZone),
    timeZone,
    closed: changes.closedAt !== null && changes.closedAt <= nowMs,
    contracts: contractsAt(account, changes, nowMs),
    actions,
    invoices: invoicesAt(account, changes, actions, nowMs),
    catalogs: catalogsAt(account, changes, nowMs),
  };
}
