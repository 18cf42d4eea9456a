import type { FreshnessView } from "#app/components/freshness.tsx";
import type { ReadFailure } from "#app/ports/index.ts";
import type { AccountView } from "#app/services/account/load-account.server.ts";

export type FailureView = { resource: string; failure: ReadFailure; lastSeen: string | null };

/** What every page with figures shows around them: freshness, failed checks, and why there may be no figures. */
export type PageView = {
  timeZone: string;
  currency: string;
  freshness: FreshnessView;
  failures: FailureView[];
  reading:
    | { outcome: "ready" }
    | { outcome: "facts-missing" }
    | { outcome: "unusable"; problems: { path: string; problem: string; accepted: string }[] };
};

export function pageView(view: AccountView): PageView {
  const { reading } = view;
  return {
    timeZone: view.timeZone,
    currency: view.currency,
    freshness: {
      connected: view.connection?.live === true,
      checkedAt: view.checkedAt?.toString() ?? null,
      stale: view.stale,
      timeZone: view.timeZone,
    },
    failures: failuresOf(view),
    reading:
      reading.outcome === "unusable"
        ? { outcome: "unusable", problems: reading.problems }
        : { outcome: reading.outcome },
  };
}

/** One entry per distinct cause: a refused token fails every resource but is one problem. */
function failuresOf({ snapshots }: AccountView): FailureView[] {
  const seen = new Set<string>();
  return snapshots.flatMap(({ resource, failure, checkedAt }) => {
    const key = failure && JSON.stringify(failure);
    if (!failure || !key || seen.has(key)) return [];
    seen.add(key);
    return [{ resource, failure, lastSeen: checkedAt?.toString() ?? null }];
  });
}
