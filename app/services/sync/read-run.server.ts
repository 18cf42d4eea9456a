import { totalsChange } from "#app/domain/index.ts";
import type {
  ActionSlice,
  FetchResult,
  ListedAction,
  Reversal,
  SyncStateRow,
  SyncWindowRow,
  TakePage,
} from "#app/ports/index.ts";
import { storePagedResult } from "./store-fetch-result.server.ts";
import { createStoreLine, type StoreLine, type StorePiece } from "./store-line.ts";
import { assertLease, type RunningSync, storeActions, storeReversals } from "./store-page.server.ts";
import type { SyncDeps, SyncInput, SyncOutcome } from "./sync-input.ts";

/** Rows taken away in one transaction. */
const CHUNK = 2_500;
/** Windows without a row that are marked done together: to read them again costs a call each. */
const EMPTY_TOGETHER = 10;

type RunOutcome = Extract<SyncOutcome, { outcome: "complete" | "unfinished" | "failed" }>;

/**
 * Reads the windows of a run that are not done yet, one after another, while the pages before are being stored. A
 * window is marked done behind its own pages, so that what is done was stored. However it ends, nothing is still being
 * stored when it has.
 */
export async function readRun(state: SyncStateRow, input: SyncInput, deps: SyncDeps): Promise<RunOutcome> {
  const line = createStoreLine();
  try {
    const read = await readWindows(state, line, input, deps);
    const failure = await line.end();
    return failure ? { outcome: "failed", failure } : read;
  } catch (error) {
    await line.end().catch(() => null);
    throw error;
  }
}

async function readWindows(
  state: SyncStateRow,
  line: StoreLine,
  input: SyncInput,
  deps: SyncDeps,
): Promise<RunOutcome> {
  const { key } = input;
  // Somebody may wait for what moved lately; nobody waits for a reading of everything.
  const inBackground = input.credentials.inBackground || state.kind !== "update";
  const credentials = { ...input.credentials, inBackground, timeZone: input.account.timeZone };
  const api = deps.impact.of(input.kind);
  const sync = runningSync(state, input);
  const marks = doneMarks(line, sync, deps);
  let mayReadUpdates = true;
  let saidOfUpdates: string | null = null;
  try {
    for (const window of await deps.db.syncs.openWindows(key, state.run)) {
      if (input.signal.aborted || !line.isOpen()) return { outcome: "unfinished" };
      let isEmpty = true;
      const store = (piece: StorePiece) => {
        isEmpty = false;
        return line.page(piece);
      };
      if (!isReversals(window)) {
        const take: TakePage<ListedAction> = (page, aside = []) =>
          store(() => storeActions(page, aside, sync, deps));
        const fetchResult = await api.readActionPages(credentials, window, take);
        if (fetchResult.outcome !== "read") return { outcome: "failed", failure: fetchResult };
      } else if (mayReadUpdates) {
        const take: TakePage<Reversal> = (page, aside = []) =>
          store(() => storeReversals(page, aside, sync, deps));
        const fetchResult = await api.readReversalPages(credentials, window, take);
        // A token without the log of updates leaves the days of reversal unknown, which the account file allows.
        if (fetchResult.outcome === "forbidden") mayReadUpdates = false;
        else if (fetchResult.outcome !== "read") return { outcome: "failed", failure: fetchResult };
        // Said of all windows at once: it is one list.
        if (fetchResult.outcome !== saidOfUpdates) line.note(() => saveUpdates(fetchResult, input, deps));
        saidOfUpdates = fetchResult.outcome;
      }
      marks.add(window, isEmpty);
    }
    return { outcome: "complete" };
  } finally {
    marks.write();
  }
}

/** Marks windows as done, behind what was stored of them; of windows without a row, which most are, several at once. */
function doneMarks(line: StoreLine, sync: RunningSync, deps: SyncDeps) {
  const read: number[] = [];
  const write = () => {
    const positions = read.splice(0);
    if (positions.length > 0) line.note(() => markDone(positions, sync, deps));
  };
  return {
    write,
    add({ position }: SyncWindowRow, isEmpty: boolean) {
      read.push(position);
      if (!isEmpty || read.length >= EMPTY_TOGETHER) write();
    },
  };
}

/** What a full run no longer saw is gone from the list, and goes here with its sums; then the run is complete. */
export async function finishRun(state: SyncStateRow, input: SyncInput, deps: SyncDeps): Promise<void> {
  const { key } = input;
  const sync = runningSync(state, input);
  if (state.kind !== "update") while (await dropUnseen(sync, deps));
  const now = deps.clock.now();
  await deps.db.transact(async (work) => {
    await assertLease(work, sync);
    const { startedAt } = state;
    const fullAt = state.kind === "update" ? state.fullAt : startedAt;
    await work.syncs.save(key, { ...state, finishedAt: now, completedAt: startedAt, fullAt });
    await work.setAside.settle(key, state.run, state.kind !== "update");
    const seen = await work.actions.counts(key);
    await work.snapshots.saveRead(key.shop, "Actions", seen, startedAt);
  });
}

const isReversals = ({ list }: ActionSlice) =>
  list === "reversals-of-tracked" || list === "reversals-updated";

function runningSync(state: SyncStateRow, { key, account, lease }: SyncInput): RunningSync {
  return { key, id: state, currency: account.currency, lease };
}

async function saveUpdates(
  fetchResult: FetchResult<null>,
  { key }: SyncInput,
  deps: SyncDeps,
): Promise<null> {
  await storePagedResult(key, "ActionUpdates", { fetchResult, at: deps.clock.now() }, deps);
  return null;
}

async function markDone(positions: readonly number[], sync: RunningSync, deps: SyncDeps): Promise<null> {
  await deps.db.transact(async (work) => {
    await assertLease(work, sync);
    await work.syncs.markDone(sync.key, sync.id.run, positions, deps.clock.now());
  });
  return null;
}

async function dropUnseen(sync: RunningSync, deps: SyncDeps): Promise<boolean> {
  return deps.db.transact(async (work) => {
    await assertLease(work, sync);
    const gone = await work.actions.unseenSince(sync.key, sync.id.run, CHUNK);
    await work.actions.remove(
      sync.key,
      gone.map(({ id }) => id),
    );
    await work.actions.addToTotals(sync.key, totalsChange(gone, []));
    return gone.length > 0;
  });
}
