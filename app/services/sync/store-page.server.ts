import { type Currency, isCardCurrency, parseDay, readActions, totalsChange } from "#app/domain/index.ts";
import type {
  AccountKey,
  ListedAction,
  ReadFailure,
  Reversal,
  RunId,
  SetAside,
  StoredAction,
  Work,
} from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { keepAside } from "./keep-aside.server.ts";

/** A run that may write: `owner` holds the account's lease, and each write makes sure that it still does. */
export type RunningSync = {
  key: AccountKey;
  id: RunId;
  currency: string;
  lease: { owner: string; seconds: number };
};

/** Rows per transaction: a page, unless impact.com makes its pages longer than asked for. */
const CHUNK = 2_000;

/** As much of a row as says what is wrong with it. */
const LONGEST_ROW = 2_000;

type KeepDeps = Pick<Deps, "db" | "clock">;

/** What this run still holds is not to be written. */
export class RunEnded extends Error {
  override name = "RunEnded";
  constructor() {
    super("The account was disconnected, its run was thrown away, or another process reads it now.");
  }
}

/**
 * Keeps a page of actions and moves the daily totals with them. An action that cannot be read, contradicts itself or is
 * in another currency than the account is set aside; what was known of it before no longer counts.
 */
export async function storeActions(
  page: ListedAction[],
  unread: readonly SetAside[],
  sync: RunningSync,
  deps: KeepDeps,
): Promise<ReadFailure | null> {
  const { currency } = sync;
  if (!isCardCurrency(currency)) return { outcome: "unsupported-currency", currency };
  const { actions, aside } = toActions(page, currency);
  const names = new Map(page.map(({ partnerId, item }) => [partnerId, item.partner]));
  for (const chunk of chunksOf(actions)) {
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
  await keepUnread("Actions", [...unread, ...aside], sync, deps);
  return null;
}

/** Sets rows of a page aside; actions among them leave the sums, which hold nothing that cannot be read. */
async function keepUnread(
  resource: "Actions" | "ActionUpdates",
  rows: readonly SetAside[],
  sync: RunningSync,
  deps: KeepDeps,
): Promise<void> {
  for (const chunk of chunksOf([...rows])) {
    await deps.db.transact(async (work) => {
      await assertLease(work, sync);
      await keepAside({ key: sync.key, resource, run: sync.id.run }, chunk, work, deps);
      if (resource !== "Actions") return;
      const ids = chunk.flatMap(({ id }) => id ?? []);
      const gone = await work.actions.byId(sync.key, ids);
      await work.actions.remove(
        sync.key,
        gone.map(({ id }) => id),
      );
      await work.actions.addToTotals(sync.key, totalsChange(gone, []));
    });
  }
}

/** Gives reversed actions the day of their last reversal; reversals of actions we do not hold are left out. */
export async function storeReversals(
  page: Reversal[],
  unread: readonly SetAside[],
  sync: RunningSync,
  deps: KeepDeps,
): Promise<null> {
  await keepUnread("ActionUpdates", unread, sync, deps);
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

/** The actions of a page by the account file's own rules, and with a reason each that cannot be one. */
function toActions(
  page: ListedAction[],
  currency: Currency,
): { actions: StoredAction[]; aside: readonly SetAside[] } {
  const [own, foreign] = [
    page.filter((listed) => listed.currency === currency),
    page.filter((listed) => listed.currency !== currency),
  ];
  const { actions, rejected } = readActions(
    own.map(({ item }) => item),
    currency,
  );
  const programs = new Map(own.map(({ item, programId }) => [item.id, programId]));
  const byId = new Map(
    actions.map((action): [string, StoredAction] => [
      action.id,
      { ...action, programId: programs.get(action.id) ?? "" },
    ]),
  );
  return {
    actions: [...byId.values()],
    aside: [
      ...foreign.map((listed) => asideOf(listed.item, "Currency", "other-currency", listed.currency)),
      ...rejected.map(({ item, problem, isContradiction }) =>
        asideOf(
          item,
          problem.path.replace(/^actions\[\d+\]\./, ""),
          isContradiction ? "contradiction" : "not-understood",
        ),
      ),
    ],
  };
}

const asideOf = (
  item: ListedAction["item"],
  field: string,
  problem: SetAside["problem"],
  currency?: string,
): SetAside => ({
  id: item.id,
  field,
  problem,
  row: JSON.stringify(currency === undefined ? item : { ...item, currency }).slice(0, LONGEST_ROW),
});

/** The list of actions never says when one was reversed; what the list of reversals said before stays. */
function withKnownReversal(action: StoredAction, known: StoredAction | undefined): StoredAction {
  return action.state === "REVERSED" ? { ...action, reversedOn: known?.reversedOn ?? null } : action;
}

function chunksOf<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
