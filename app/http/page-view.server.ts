import { CARD_CURRENCIES, isCardCurrency, type OtherAccount } from "#app/domain/index.ts";
import type { AccountKind, ImpactResource, ReadFailure, SnapshotRow } from "#app/ports/index.ts";
import {
  type AccountView,
  FRESH_MINUTES,
  type SummaryView,
} from "#app/services/account/load-account.server.ts";
import { stillAnswers } from "#app/services/account/still-answers.ts";
import type { UnreadList } from "#app/services/account/unread-rows.ts";

/** When the facts were checked, and whether somebody should check them again. */
export type FreshnessView = {
  connected: boolean;
  checkedAt: string | null;
  stale: boolean;
  /** impact.com did not accept the token at the last try. */
  refused: boolean;
  /** True while a reading begun earlier is still going on behind the page. */
  isSyncing: boolean;
  timeZone: string;
};

/**
 * One cause and the lists it keeps from being read. `lastSeen` is when all of them were seen; null where one never was.
 * `nextTryAt` is when it is tried again at the earliest when somebody looks; null when nothing can be tried.
 */
export type FailureView = {
  resources: ImpactResource[];
  failure: ReadFailure;
  lastSeen: string | null;
  nextTryAt: string | null;
};

type SyncView = { first: boolean; done: number; planned: number };

/** What every page with figures shows around them: freshness, failed checks, and why there may be no figures. */
export type PageView = {
  /** Whose account is connected; a brand's where none is. */
  kind: AccountKind;
  /** Another account than the figures of the key facts are for, as the merchant said. */
  otherAccount: OtherAccount | null;
  timeZone: string;
  currency: string;
  freshness: FreshnessView;
  failures: FailureView[];
  /** How far a reading of actions has come, in windows of days; null when none is under way. */
  sync: (SyncView & { stopped: FailureView | null }) | null;
  /** Rows of impact.com's lists that could not be read. */
  unread: UnreadList[];
  assembled:
    | { outcome: "ready" }
    | { outcome: "facts-missing" }
    | { outcome: "agency" }
    | { outcome: "unsupported-currency"; accepted: string[] }
    | { outcome: "unusable"; problems: { path: string; problem: string; accepted: string }[] };
};

/** `isOver`: the account was closed. Then a refused token is what is to be expected, and nothing to put right. */
export function pageView(view: AccountView | SummaryView, { isOver = false } = {}): PageView {
  return {
    kind: view.kind,
    otherAccount: view.otherAccount,
    timeZone: view.timeZone,
    currency: view.currency,
    // Without a key nothing reads, whatever was begun before.
    sync:
      view.sync?.running && view.connection?.live
        ? { first: view.sync.first, ...view.sync.progress, stopped: stoppedBy(view) }
        : null,
    unread: view.unread,
    freshness: {
      connected: view.connection?.live === true,
      checkedAt: view.checkedAt?.toString() ?? null,
      stale: view.stale,
      refused: view.connection?.live === true && !stillAnswers(view),
      isSyncing: view.connection?.live === true && view.sync?.running === true && stoppedBy(view) === null,
      timeZone: view.timeZone,
    },
    failures: failuresOf(view).filter(({ failure }) => !(isOver && failure.outcome === "unauthorized")),
    assembled: assembledView(view),
  };
}

/** An account in a currency Starter cannot charge is a fact to state, not an entry to put right. */
function assembledView({ assembled, currency }: AccountView | SummaryView): PageView["assembled"] {
  if (assembled.outcome !== "unusable") return { outcome: assembled.outcome };
  return isCardCurrency(currency)
    ? { outcome: "unusable", problems: assembled.problems }
    : { outcome: "unsupported-currency", accepted: [...CARD_CURRENCIES] };
}

/** One entry for each cause: a refused token, or an answer that does not come, fails every list and is one problem. */
function failuresOf(view: Pick<AccountView, "snapshots" | "connection">): FailureView[] {
  // A token that is destroyed cannot be checked or put right: what failed with it is over.
  if (!view.connection?.live) return [];
  const causes = new Map<string, [Failed, ...Failed[]]>();
  for (const snapshot of view.snapshots) {
    const { failure } = snapshot;
    if (!failure) continue;
    const alike = causes.get(causeOf(failure));
    if (alike) alike.push({ ...snapshot, failure });
    else causes.set(causeOf(failure), [{ ...snapshot, failure }]);
  }
  return [...causes.values()].map((alike) => {
    // Where impact.com asks for patience more than once, the last of the times is when all can be read.
    const failure = alike.map((each) => each.failure).reduce(later, alike[0].failure);
    const views = alike.map((each) => failureView(each, failure, view));
    const seen = views.map(({ lastSeen }) => lastSeen);
    const tries = views.flatMap(({ nextTryAt }) => nextTryAt ?? []);
    return {
      resources: alike.map(({ resource }) => resource),
      failure,
      lastSeen: seen.includes(null) ? null : (seen.toSorted()[0] ?? null),
      nextTryAt: tries.toSorted().at(-1) ?? null,
    };
  });
}

type Failed = SnapshotRow & { failure: ReadFailure };

/** What makes two failures one problem: neither which list it was nor to the second when it may be asked for again. */
function causeOf(failure: ReadFailure): string {
  if (failure.outcome === "rate-limited") return failure.outcome;
  return JSON.stringify({ ...failure, resource: null });
}

function later(known: ReadFailure, next: ReadFailure): ReadFailure {
  if (known.outcome !== "rate-limited" || next.outcome !== "rate-limited") return known;
  return (next.retryAt ?? "") > (known.retryAt ?? "") ? next : known;
}

/** Why the reading of actions does not go on; null while it does. */
function stoppedBy(view: Pick<AccountView, "snapshots" | "connection">): FailureView | null {
  const actions = view.snapshots.find(({ resource }) => resource === "Actions");
  return actions?.failure ? failureView(actions, actions.failure, view) : null;
}

function failureView(
  { resource, checkedAt, triedAt }: SnapshotRow,
  failure: ReadFailure,
  { connection }: Pick<AccountView, "connection">,
): FailureView {
  const nextTryAt = connection?.live ? triedAt.add({ minutes: FRESH_MINUTES }).toString() : null;
  return { resources: [resource], failure, lastSeen: checkedAt?.toString() ?? null, nextTryAt };
}
