import { CARD_CURRENCIES, isCardCurrency, type OtherAccount } from "#app/domain/index.ts";
import type { AccountKind, ReadFailure } from "#app/ports/index.ts";
import type { AccountView, SummaryView } from "#app/services/account/load-account.server.ts";

/** When the facts were checked, and whether somebody should check them again. */
export type FreshnessView = {
  connected: boolean;
  checkedAt: string | null;
  stale: boolean;
  /** True while a reading begun earlier is still going on behind the page. */
  reading: boolean;
  timeZone: string;
};

export type FailureView = { resource: string; failure: ReadFailure; lastSeen: string | null };

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
  sync: { first: boolean; done: number; planned: number } | null;
  reading:
    | { outcome: "ready" }
    | { outcome: "facts-missing" }
    | { outcome: "agency" }
    | { outcome: "unsupported-currency"; accepted: string[] }
    | { outcome: "unusable"; problems: { path: string; problem: string; accepted: string }[] };
};

export function pageView(view: AccountView | SummaryView): PageView {
  return {
    kind: view.kind,
    otherAccount: view.otherAccount,
    timeZone: view.timeZone,
    currency: view.currency,
    sync: view.sync?.running ? { first: view.sync.first, ...view.sync.progress } : null,
    freshness: {
      connected: view.connection?.live === true,
      checkedAt: view.checkedAt?.toString() ?? null,
      stale: view.stale,
      reading: view.sync?.running === true,
      timeZone: view.timeZone,
    },
    failures: failuresOf(view),
    reading: readingView(view),
  };
}

/** An account in a currency Starter cannot charge is a fact to state, not an entry to put right. */
function readingView({ reading, currency }: AccountView | SummaryView): PageView["reading"] {
  if (reading.outcome !== "unusable") return { outcome: reading.outcome };
  return isCardCurrency(currency)
    ? { outcome: "unusable", problems: reading.problems }
    : { outcome: "unsupported-currency", accepted: [...CARD_CURRENCIES] };
}

/** One entry per distinct cause: a refused token fails every resource but is one problem. */
function failuresOf({ snapshots }: Pick<AccountView, "snapshots">): FailureView[] {
  const seen = new Set<string>();
  return snapshots.flatMap(({ resource, failure, checkedAt }) => {
    const key = failure && JSON.stringify(failure);
    if (!failure || !key || seen.has(key)) return [];
    seen.add(key);
    return [{ resource, failure, lastSeen: checkedAt?.toString() ?? null }];
  });
}
