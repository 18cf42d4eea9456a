import { Temporal } from "temporal-polyfill";
import type { ActionItem, ActionSlice, FetchResult, ImpactApi, ReadFailure } from "#app/ports/index.ts";
import { createFakeImpact } from "./deps.ts";

type Listed = { item: ActionItem; updatedOn: string; currency: string };

export type ImpactAccount = ImpactApi & {
  /** What the account holds; `reversedOn` shows in the list of reversals only, as at impact.com. */
  list(item: ActionItem, options?: { updatedOn?: string; currency?: string }): void;
  unlist(id: string): void;
  /** Every slice that was asked for, oldest first. */
  asked: ActionSlice[];
  /** Runs before each page is handed over; throw to die there. */
  beforePage: (page: number) => void;
  answers: { actions: ReadFailure | null; reversals: ReadFailure | null };
};

const PAGE_SIZE = 2;

/** An impact.com account with one program whose actions can change, read two to a page. */
export function createImpactAccount(): ImpactAccount {
  const rows = new Map<string, Listed>();
  let pages = 0;
  const account: ImpactAccount = {
    ...createFakeImpact(),
    asked: [],
    beforePage: () => undefined,
    answers: { actions: null, reversals: null },
    list: (item, { updatedOn = item.trackedOn, currency = "USD" } = {}) => {
      rows.set(item.id, { item, updatedOn, currency });
    },
    unlist: (id) => void rows.delete(id),
    readActionPages: (_who, slice, take) =>
      handOver(slice, account.answers.actions, async (page) =>
        take(
          page.map(({ item, currency }) => ({
            item: { ...item, reversedOn: null },
            programId: slice.programId,
            partnerId: `id of ${item.partner}`,
            currency,
          })),
        ),
      ),
    readReversalPages: (_who, slice, take) =>
      handOver(slice, account.answers.reversals, async (page) =>
        take(
          page.flatMap(({ item }) =>
            item.reversedOn ? [{ actionId: item.id, reversedOn: item.reversedOn }] : [],
          ),
        ),
      ),
  };
  const handOver = async (
    slice: ActionSlice,
    failure: ReadFailure | null,
    take: (page: Listed[]) => Promise<void>,
  ): Promise<FetchResult<null>> => {
    account.asked.push(slice);
    const found = [...rows.values()].filter((row) => isIn(slice, dayOf(slice, row)));
    for (let from = 0; from < found.length; from += PAGE_SIZE) {
      account.beforePage(pages);
      pages += 1;
      await take(found.slice(from, from + PAGE_SIZE));
    }
    return failure ?? { outcome: "read", value: null };
  };
  return account;
}

function dayOf({ list }: ActionSlice, { item, updatedOn }: Listed): string | null {
  if (list === "locking") return item.locksOn;
  if (list === "updated") return updatedOn;
  if (list === "reversals-updated") return item.reversedOn;
  return item.trackedOn;
}

function isIn({ window }: ActionSlice, day: string | null): boolean {
  if (day === null) return false;
  const date = Temporal.PlainDate.from(day);
  return (
    Temporal.PlainDate.compare(window.from, date) <= 0 && Temporal.PlainDate.compare(date, window.to) < 0
  );
}
