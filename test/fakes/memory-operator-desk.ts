import { Temporal } from "temporal-polyfill";
import { REQUEST_STATES } from "#app/domain/index.ts";
import type {
  ClosingRequestRow,
  OperatorDeed,
  RequestCheckRow,
  Stores,
  TicketRow,
} from "#app/ports/index.ts";

export type DeskState = { operatorDeeds: (OperatorDeed & { shop: string })[] };
export const emptyDesk = (): DeskState => ({ operatorDeeds: [] });

type State = DeskState & {
  closingRequests: ClosingRequestRow[];
  tickets: TicketRow[];
  requestChecks: RequestCheckRow[];
};
const OVER = ["rejected", "withdrawn"];

/** The operator's desk on plain lists. */
export function createMemoryDesk(state: () => State): Pick<Stores, "operatorDeeds" | "desk"> {
  return {
    operatorDeeds: {
      add: async (shop, deed) => {
        state().operatorDeeds = [...state().operatorDeeds, { shop, ...deed }];
      },
      ofShop: async (shop, limit) =>
        state()
          .operatorDeeds.filter((row) => row.shop === shop)
          .map(({ shop: _shop, ...deed }) => deed)
          .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
          .slice(0, limit),
    },
    desk: {
      storesWith: async (reference) =>
        state()
          .closingRequests.filter((row) => row.reference === reference)
          .map(({ shop }) => shop),
      casesByState: async () =>
        REQUEST_STATES.flatMap((each) => {
          const rows = state().closingRequests.filter((row) => row.state === each);
          const [oldest] = rows
            .map(({ updatedAt }) => updatedAt)
            .sort((a, b) => Temporal.Instant.compare(a, b));
          return oldest ? [{ state: each, count: rows.length, oldest }] : [];
        }),
      stuckCases: async (since, limit) =>
        state()
          .closingRequests.filter((row) => !OVER.includes(row.state))
          .flatMap((row) => {
            const ticket = state().tickets.find(
              (each) =>
                each.requestId === row.id &&
                ((each.state === "refused" && row.state === "ready") ||
                  (["pending", "sending", "unknown"].includes(each.state) &&
                    Temporal.Instant.compare(each.createdAt, since) < 0)),
            );
            const checks = state()
              .requestChecks.filter((each) => each.requestId === row.id && each.failures >= 3)
              .map(({ kind, failures }) => ({ kind, failures }));
            if (!ticket && checks.length === 0) return [];
            const stated = ticket ? { state: ticket.state, attempts: ticket.attempts } : null;
            return [
              { reference: row.reference, state: row.state, since: row.updatedAt, ticket: stated, checks },
            ];
          })
          .toSorted((a, b) => Temporal.Instant.compare(a.since, b.since))
          .slice(0, limit),
    },
  };
}
