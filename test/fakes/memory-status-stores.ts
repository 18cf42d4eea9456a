import { Temporal } from "temporal-polyfill";
import type { ClosingRequestRow, OutboundEventRow, RequestCheckRow, Stores } from "#app/ports/index.ts";

export type MemoryStatusState = {
  requestChecks: RequestCheckRow[];
  outboundEvents: OutboundEventRow[];
};

export const emptyStatusState = (): MemoryStatusState => ({ requestChecks: [], outboundEvents: [] });

type State = MemoryStatusState & { closingRequests: ClosingRequestRow[] };
type Key = Pick<RequestCheckRow, "shop" | "requestId" | "kind">;

/** Checks of closing requests and events on their way out, on plain lists like the others. */
export function createMemoryStatusStores(
  state: () => State,
): Pick<Stores, "requestChecks" | "outboundEvents"> {
  const same = (key: Key) => (row: Key) =>
    row.shop === key.shop && row.requestId === key.requestId && row.kind === key.kind;
  const stateOf = (id: string) => state().closingRequests.find((row) => row.id === id)?.state;
  return {
    requestChecks: {
      find: async (shop, requestId, kind) =>
        state().requestChecks.find(same({ shop, requestId, kind })) ?? null,
      plan: async (check) => {
        const empty = { triedAt: null, answer: null, answeredAt: null, sameSince: null, failure: null };
        const others = state().requestChecks.filter((row) => !same(check)(row));
        state().requestChecks = [...others, { ...check, ...empty, failures: 0 }];
      },
      change: async (seen, change) => {
        const known = state().requestChecks.find(same(seen));
        if (!known || known.triedAt?.toString() !== seen.triedAt?.toString()) return false;
        state().requestChecks = state().requestChecks.map((row) =>
          same(seen)(row) ? { ...row, ...change } : row,
        );
        return true;
      },
      remove: async (shop, requestId, kind) => {
        const gone = same({ shop, requestId, kind });
        state().requestChecks = state().requestChecks.filter((row) => !gone(row));
      },
      due: async ({ kind, states, now, after, limit }) =>
        state()
          .requestChecks.filter(
            (row) =>
              row.kind === kind &&
              row.requestId > after &&
              Temporal.Instant.compare(row.nextAt, now) <= 0 &&
              states.some((each) => each === stateOf(row.requestId)),
          )
          .map(({ shop, requestId }) => ({ shop, requestId }))
          .sort((a, b) => (a.requestId < b.requestId ? -1 : 1))
          .slice(0, limit),
    },
    outboundEvents: {
      add: async (event) => {
        state().outboundEvents = [...state().outboundEvents, event];
      },
      find: async (shop, id) =>
        state().outboundEvents.find((row) => row.shop === shop && row.id === id) ?? null,
      change: async (seen, change) => {
        const isSeen = (row: OutboundEventRow) =>
          row.id === seen.id && row.state === seen.state && row.attempts === seen.attempts;
        const found = state().outboundEvents.some(isSeen);
        state().outboundEvents = state().outboundEvents.map((row) =>
          isSeen(row) ? { ...row, ...change } : row,
        );
        return found;
      },
    },
  };
}
