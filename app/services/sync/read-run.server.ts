import { totalsChange } from "#app/domain/index.ts";
import type {
  ActionSlice,
  ListedAction,
  ReadFailure,
  Reading,
  SyncStateRecord,
  TakePage,
} from "#app/ports/index.ts";
import { holdOn, keepActions, keepReversals, type RunningSync } from "./keep-page.server.ts";
import type { SyncDeps, SyncInput, SyncOutcome } from "./sync-actions.server.ts";

/** Rows taken away in one transaction. */
const CHUNK = 2_500;

type RunOutcome = Extract<SyncOutcome, { outcome: "complete" | "unfinished" | "failed" }>;

/** Reads the windows of a run that are not done yet, one after another. */
export async function readRun(state: SyncStateRecord, input: SyncInput, deps: SyncDeps): Promise<RunOutcome> {
  const { key } = input;
  const sync = runningSync(state, input);
  let updatesForbidden: ReadFailure | null = null;
  for (;;) {
    const window = await deps.db.syncs.nextWindow(key, state.run);
    if (window === null) return { outcome: "complete" };
    if (input.signal.aborted) return { outcome: "unfinished" };
    if (isReversals(window)) {
      // A token without the log of updates leaves the days of reversal unknown, which the account file allows.
      if (!updatesForbidden) {
        const reading = await deps.impact.readReversalPages(input.credentials, window, (page) =>
          keepReversals(page, sync, deps),
        );
        if (reading.outcome === "forbidden") updatesForbidden = reading;
        else if (reading.outcome !== "read") return { outcome: "failed", failure: reading };
        await recordUpdates(reading, input, deps);
      }
    } else {
      const reading = await readActions(window, sync, input, deps);
      if (reading.outcome !== "read") return { outcome: "failed", failure: reading };
    }
    await deps.db.transact(async (work) => {
      await holdOn(work, sync);
      await work.syncs.markDone(key, state.run, window.position, deps.clock.now());
    });
  }
}

/** What a full run no longer saw is gone from the list, and goes here with its sums; then the run is complete. */
export async function finishRun(state: SyncStateRecord, input: SyncInput, deps: SyncDeps): Promise<void> {
  const { key } = input;
  const sync = runningSync(state, input);
  if (state.kind !== "update") while (await dropUnseen(sync, deps));
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    await holdOn(work, sync);
    const { startedAt } = state;
    const fullAt = state.kind === "update" ? state.fullAt : startedAt;
    await work.syncs.save(key, { ...state, finishedAt: now, completedAt: startedAt, fullAt });
    const seen = await work.actions.counts(key);
    await work.snapshots.recordRead(key.shop, "Actions", seen, startedAt);
  });
}

const isReversals = ({ list }: ActionSlice) =>
  list === "reversals-of-tracked" || list === "reversals-updated";

function runningSync(state: SyncStateRecord, { key, account, lease }: SyncInput): RunningSync {
  return { key, run: state.run, startedAt: state.startedAt, currency: account.currency, lease };
}

/** A page that contradicts itself ends the reading; the rest of its list is read to the end but not kept. */
async function readActions(
  slice: ActionSlice,
  sync: RunningSync,
  { credentials }: SyncInput,
  deps: SyncDeps,
): Promise<Reading<null>> {
  let refused: ReadFailure | null = null;
  const take: TakePage<ListedAction> = async (page) => {
    refused ??= await keepActions(page, sync, deps);
  };
  const reading = await deps.impact.readActionPages(credentials, slice, take);
  return refused ?? reading;
}

async function recordUpdates(reading: Reading<null>, { key }: SyncInput, deps: SyncDeps): Promise<void> {
  const now = deps.clock.now();
  if (reading.outcome === "read") await deps.db.snapshots.recordRead(key.shop, "ActionUpdates", null, now);
  else await deps.db.snapshots.recordFailure(key.shop, "ActionUpdates", reading, now);
}

async function dropUnseen(sync: RunningSync, deps: SyncDeps): Promise<boolean> {
  return deps.db.transact(async (work) => {
    await holdOn(work, sync);
    const gone = await work.actions.unseenSince(sync.key, sync.run, CHUNK);
    await work.actions.remove(
      sync.key,
      gone.map(({ id }) => id),
    );
    await work.actions.addToTotals(sync.key, totalsChange(gone, []));
    return gone.length > 0;
  });
}
