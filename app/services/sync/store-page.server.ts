import { isCardCurrency, parseDay, readActions, totalsChange } from "#app/domain/index.ts";
import type {
  AccountKey,
  ListedAction,
  ReadFailure,
  Reversal,
  RunId,
  StoredAction,
  Work,
} from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** A run that may write: `owner` holds the account's lease, and each write makes sure that it still does. */
export type RunningSync = {
  key: AccountKey;
  id: RunId;
  currency: string;
  lease: { owner: string; seconds: number };
};

/** Rows per transaction: a page, unless impact.com makes its pages longer than asked for. */
const CHUNK = 2_000;

/** What this run still holds is not to be written. */
export class RunEnded extends Error {
  override name = "RunEnded";
  constructor() {
    super("The account was disconnected, its run was thrown away, or another process reads it now.");
  }
}

/**
 * Keeps a page of actions and moves the daily totals with them. An answer that contradicts itself is refused before
 * anything of its chunk is written.
 */
export async function storeActions(
  page: ListedAction[],
  sync: RunningSync,
  deps: Pick<Deps, "db">,
): Promise<ReadFailure | null> {
  const read = toActions(page, sync.currency);
  if (!Array.isArray(read)) return read;
  const names = new Map(page.map(({ partnerId, item }) => [partnerId, item.partner]));
  for (const chunk of chunksOf(read)) {
    await deps.db.transact(async (work) => {
      await assertLease(work, sync);
      const before = await work.actions.byId(
        sync.key,
        chunk.map(({ id }) => id),
      );
      const known = new Map(before.map((action) => [action.id, action]));
      const after = chunk.map((action) => withKnownReversal(action, known.get(action.id)));
      await work.actions.put(sync.key, after, sync.id.run);
      await work.actions.addToTotals(sync.key, totalsChange(before, after));
      await work.actions.putPartnerNames(sync.key, names);
    });
  }
  return null;
}

/** Gives reversed actions the day of their last reversal; reversals of actions we do not hold are left out. */
export async function storeReversals(
  page: Reversal[],
  sync: RunningSync,
  deps: Pick<Deps, "db">,
): Promise<null> {
  const days = new Map<string, number>();
  for (const { actionId, reversedOn } of page) {
    const day = parseDay(reversedOn);
    if (day !== null) days.set(actionId, Math.max(day, days.get(actionId) ?? day));
  }
  for (const ids of chunksOf([...days.keys()])) {
    await deps.db.transact(async (work) => {
      await assertLease(work, sync);
      const before = (await work.actions.byId(sync.key, ids)).filter(({ state }) => state === "REVERSED");
      const after = before.map((action): StoredAction => {
        // Nobody can reverse an action before it was tracked; a zone's midnight can make it look so.
        const reversedOn = Math.max(days.get(action.id) ?? 0, action.reversedOn ?? 0, action.trackedOn);
        return { ...action, reversedOn };
      });
      await work.actions.put(sync.key, after, sync.id.run);
      await work.actions.addToTotals(sync.key, totalsChange(before, after));
    });
  }
  return null;
}

/**
 * Prolongs the lease inside a transaction, or ends the run: two writers would count an action twice, and nothing may
 * be written for a shop whose token was destroyed meanwhile.
 */
export async function assertLease(work: Work, { key, id, lease }: RunningSync): Promise<void> {
  if (!(await work.leases.holdForRun(key, id, lease.owner, lease.seconds))) throw new RunEnded();
}

function toActions(page: ListedAction[], currency: string): StoredAction[] | ReadFailure {
  if (!isCardCurrency(currency)) return { outcome: "unsupported-currency", currency };
  const other = page.find((listed) => listed.currency !== currency);
  if (other) return { outcome: "mixed-currencies", expected: currency, found: other.currency };
  const read = readActions(
    page.map(({ item }) => item),
    currency,
  );
  if (read.outcome === "rejected") {
    const field = read.problems[0].path.replace(/\[\d+\]/, "[]");
    return { outcome: "unexpected-answer", resource: "Actions", field };
  }
  const byId = new Map<string, StoredAction>();
  read.actions.forEach((action, index) => {
    byId.set(action.id, { ...action, programId: page[index]?.programId ?? "" });
  });
  return [...byId.values()];
}

/** The list of actions never says when one was reversed; what the list of reversals said before stays. */
function withKnownReversal(action: StoredAction, known: StoredAction | undefined): StoredAction {
  return action.state === "REVERSED" ? { ...action, reversedOn: known?.reversedOn ?? null } : action;
}

function chunksOf<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
