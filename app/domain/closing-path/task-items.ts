import type { AccountFacts, Contract, Invoice } from "../account/account.ts";
import { byId, runningContracts, unpaidInvoices } from "../account/open-items.ts";
import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { TaskKey } from "./path-tasks.ts";

/** How a thing stands; the first ones of each task are what is left of it. */
export const ITEM_STATES = [
  "active",
  "upcoming",
  "proposal",
  "ending",
  "ended",
  "overdue",
  "to-come",
  "funded",
  "paid",
  "late",
  "pending",
  "to-pay",
  "listed",
  "deleted",
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** These are left to do something about. */
const LEFT: ReadonlySet<ItemState> = new Set([
  "active",
  "upcoming",
  "proposal",
  "overdue",
  "to-come",
  "late",
  "pending",
  "to-pay",
  "listed",
]);
export const isLeft = (state: ItemState): boolean => LEFT.has(state);

/** One thing of a task, whatever its kind; what its kind does not have is null. */
export type TaskItem = {
  id: string;
  name: string;
  detail: string | null;
  state: ItemState;
  /** The day that counts for it: its end, due or locking date, ISO. */
  on: string | null;
  trackedOn: string | null;
  amount: string | null;
  revenue: string | null;
};

type Facts = Pick<AccountFacts, "contracts" | "invoices" | "catalogs" | "currency">;

const TASKS_OF_CONTRACTS: readonly TaskKey[] = ["expire-contracts", "withdraw-switches", "partner-contracts"];
const TASKS_OF_INVOICES: readonly TaskKey[] = ["settle-invoices", "partner-overdue"];
const TASKS_OF_ACTIONS: readonly TaskKey[] = [
  "pay-actions",
  "settle-pending-actions",
  "wait-for-last-lock",
  "partner-upcoming",
];

/** Whether a task's things are actions, which only a store can page through. */
export const isAboutActions = (key: TaskKey): boolean => TASKS_OF_ACTIONS.includes(key);

/** Every thing a task is about, by state and then by id. Null = not known, or a task without a list. */
export function taskItems(
  facts: Facts,
  key: TaskKey,
  { on, funded }: { on: Day; funded: ReadonlySet<string> },
): TaskItem[] | null {
  const items = itemsOf(facts, key, on)?.map((item) =>
    funded.has(item.id) && item.state === "to-come" ? { ...item, state: "funded" as const } : item,
  );
  return items
    ? [...items].sort((a, b) => ITEM_STATES.indexOf(a.state) - ITEM_STATES.indexOf(b.state))
    : null;
}

function itemsOf(facts: Facts, key: TaskKey, on: Day): TaskItem[] | null {
  if (TASKS_OF_CONTRACTS.includes(key)) {
    const all = contractItems(facts, on);
    if (key !== "withdraw-switches") return all;
    return all?.filter(({ state }) => state === "upcoming" || state === "proposal") ?? null;
  }
  if (TASKS_OF_INVOICES.includes(key)) {
    const all = invoiceItems(facts, on);
    return key === "partner-overdue" ? (all?.filter(({ state }) => state === "overdue") ?? null) : all;
  }
  if (key === "delete-catalogs")
    return (
      facts.catalogs &&
      byId(facts.catalogs).map(({ id, name, status }) => ({
        ...EMPTY,
        id,
        name,
        state: status === "ACTIVE" || status === "PENDING" ? ("listed" as const) : ("deleted" as const),
      }))
    );
  return null;
}

const EMPTY = { detail: null, on: null, trackedOn: null, amount: null, revenue: null };

function contractItems(facts: Facts, on: Day): TaskItem[] | null {
  const running = runningContracts(facts, on);
  if (running === null || facts.contracts === null) return null;
  const isRunning = new Set(running);
  return byId(facts.contracts).map((contract) => ({
    ...EMPTY,
    id: contract.id,
    name: contract.partner,
    detail: contract.program ?? null,
    state: isRunning.has(contract) ? contractState(contract) : "ended",
    on: contract.endsOn === null ? null : isoDay(contract.endsOn),
  }));
}

function contractState({ status, endsOn }: Contract): ItemState {
  if (status === "UPCOMING") return "upcoming";
  if (status === "PENDING") return "proposal";
  return endsOn === null ? "active" : "ending";
}

function invoiceItems(facts: Facts, on: Day): TaskItem[] | null {
  const unpaid = unpaidInvoices(facts, on);
  if (unpaid === null || facts.invoices === null) return null;
  const isUnpaid = new Set(unpaid.map(({ id }) => id));
  return byId(facts.invoices).map((invoice) => ({
    ...EMPTY,
    id: invoice.id,
    name: invoice.id,
    state: isUnpaid.has(invoice.id) ? unpaidState(invoice, on) : "paid",
    on: isoDay(invoice.dueOn),
    amount: formatMinor(invoice.total, facts.currency),
  }));
}

const unpaidState = ({ dueOn }: Invoice, on: Day): ItemState => (dueOn < on ? "overdue" : "to-come");

export const ITEMS_PER_PAGE = 20;

export type ItemQuery = { show: string; search: string; page: number };

/** A page of a task's list, with how many things each of its tabs has. */
export type ItemPage = {
  tabs: { show: string; count: number }[];
  show: string;
  search: string;
  items: TaskItem[];
  /** How many things the tab and the search leave, and which of them are shown. */
  count: number;
  page: number;
  pages: number;
};

/** Things of one tab that contain the search, twenty at a time; an unknown tab is the first one. */
export function itemPage(items: readonly TaskItem[], { show, search, page }: ItemQuery): ItemPage {
  const left = items.filter(({ state }) => isLeft(state));
  const states = ITEM_STATES.filter((state) => items.some((item) => item.state === state));
  const tabs = [
    { show: "left", count: left.length },
    ...states.map((state) => ({ show: state, count: items.filter((item) => item.state === state).length })),
  ];
  // Where nothing is left, what there is else is shown: an empty list would hide that it was looked at.
  const usual = left.length > 0 ? "left" : (states[0] ?? "left");
  const shown = tabs.some((tab) => tab.show === show) ? show : usual;
  const inTab = shown === "left" ? left : items.filter(({ state }) => state === shown);
  return { tabs, show: shown, search, ...cut(matching(inTab, search), page) };
}

export function matching(items: readonly TaskItem[], search: string): readonly TaskItem[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return items;
  return items.filter(({ id, name, detail }) =>
    [id, name, detail ?? ""].some((text) => text.toLowerCase().includes(wanted)),
  );
}

function cut(items: readonly TaskItem[], page: number) {
  const pages = Math.max(1, Math.ceil(items.length / ITEMS_PER_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  return {
    items: items.slice((at - 1) * ITEMS_PER_PAGE, at * ITEMS_PER_PAGE),
    count: items.length,
    page: at,
    pages,
  };
}
