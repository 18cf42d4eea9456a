import type { SyncKind, SyncStateRow } from "#app/ports/index.ts";
import { planEverything, planUpdate } from "./plan-slices.ts";
import type { SyncDeps, SyncInput, Wanted } from "./sync-input.ts";

/** A run that stopped this long ago would join facts of different days; a new one is begun instead. */
const ABANDONED_HOURS = 24;

/** The run to read now: the open one, or a new one with its plan; null when nothing is wanted any more. */
export async function openRun(input: SyncInput, deps: SyncDeps): Promise<SyncStateRow | null> {
  const { key } = input;
  const state = await usableState(input, deps);
  const now = deps.clock.now();
  if (state && !state.finishedAt && now.since(state.startedAt).total("hours") < ABANDONED_HOURS) return state;
  const kind = kindOf(state, input.wanted);
  if (kind === null) return null;
  const today = now.toZonedDateTimeISO(input.account.timeZone).toPlainDate();
  const since = state?.completedAt?.toZonedDateTimeISO(input.account.timeZone).toPlainDate();
  const slices =
    kind === "update" && since
      ? planUpdate(input.programs, today, since, await deps.db.actions.pendingSpan(key))
      : planEverything(input.programs, today);
  const next: SyncStateRow = {
    run: (state?.run ?? 0) + 1,
    kind,
    startedAt: now,
    finishedAt: null,
    currency: input.account.currency,
    completedAt: state?.completedAt ?? null,
    fullAt: state?.fullAt ?? null,
  };
  await deps.db.transact((work) => work.syncs.save(key, next, slices));
  return next;
}

/** Amounts kept in another currency than the account's are worth nothing: everything is read anew. */
async function usableState({ key, account }: SyncInput, deps: SyncDeps): Promise<SyncStateRow | null> {
  const state = await deps.db.syncs.find(key);
  if (!state || state.currency === account.currency) return state;
  return deps.db.transact(async (work) => {
    await work.actions.removeAll(key.shop);
    await work.syncs.removeAll(key.shop);
    return null;
  });
}

function kindOf(state: SyncStateRow | null, wanted: Wanted): SyncKind | null {
  if (!state?.completedAt) return "first";
  if (wanted.kind === "continue") return null;
  const last = wanted.kind === "full" ? state.fullAt : state.completedAt;
  return last && last.epochNanoseconds >= wanted.after.epochNanoseconds ? null : wanted.kind;
}
