import { Temporal } from "temporal-polyfill";
import { type Erasure, OPERATOR } from "#app/ports/index.ts";
import type { MemoryState } from "./memory-stores.ts";

const isBefore = (instant: Temporal.Instant, limit: Temporal.Instant): boolean =>
  Temporal.Instant.compare(instant, limit) < 0;

const OF_A_SHOP = {
  connections: "connections",
  statedFacts: "facts",
  snapshots: "snapshots",
  closingRequests: "closingRequests",
  events: "events",
  sightings: "sightings",
  tickets: "tickets",
  actions: "actions",
  totalChanges: "totalChanges",
  partnerNames: "partnerNames",
  setAsideRows: "setAside",
  syncs: "syncs",
  windows: "windows",
  requestChecks: "requestChecks",
  outboundEvents: "outboundEvents",
  mails: "mails",
  exports: "exports",
  exportParts: "exportParts",
  invoiceFiles: "invoiceFiles",
  links: "links",
  exitCodes: "exitCodes",
  webhooks: "webhooks",
  choices: "choices",
  erasuresDue: "erasuresDue",
  drafts: "drafts",
  draftAsides: "draftAsides",
  taskWatches: "taskWatches",
  chargeSnapshots: "chargeSnapshots",
  storeEvents: "storeEvents",
  staffNames: "staffNames",
  tended: "tended",
  shops: "shops",
} as const satisfies Record<string, keyof MemoryState>;

/** Erases as the database does; sessions are kept nowhere in memory, and events go uncounted with their request. */
export function createMemoryErasure(state: () => MemoryState): Erasure {
  return {
    eraseShop: async (shop) => {
      const rows: Record<string, { shop: string }[]> = {};
      const erased: Record<string, number> = { sessions: 0 };
      for (const [name, key] of Object.entries(OF_A_SHOP)) {
        const all: { shop: string }[] = state()[key];
        rows[key] = all.filter((row) => row.shop !== shop);
        erased[name] = all.length - rows[key].length;
      }
      Object.assign(state(), rows);
      const {
        events: _events,
        tended: _tended,
        exportParts: _parts,
        requestChecks: _checks,
        ...counted
      } = erased;
      return counted;
    },
    prune: async ({
      handledBefore,
      linksEndedBefore,
      codesEndedBefore,
      callHoursEndedBefore,
      recordsBefore,
      softFailuresBefore,
      closingStateBefore,
      eventsBefore,
      alertsBefore,
      lastMailsBefore,
    }) => {
      const now = state();
      now.webhooks = now.webhooks.filter(
        ({ handledAt }) => handledAt === null || !isBefore(handledAt, handledBefore),
      );
      now.links = now.links.filter(({ expiresAt }) => !isBefore(expiresAt, linksEndedBefore));
      now.exitCodes = now.exitCodes.filter(({ expiresAt }) => !isBefore(expiresAt, codesEndedBefore));
      now.outboundEvents = now.outboundEvents.filter(
        ({ settledAt }) => settledAt === null || !isBefore(settledAt, eventsBefore),
      );
      now.callBudgets = now.callBudgets.filter(({ resetAt }) => !isBefore(resetAt, callHoursEndedBefore));
      now.suppressed = now.suppressed.filter(({ suppressedAt }) => !isBefore(suppressedAt, recordsBefore));
      now.suppressed = now.suppressed.filter(
        ({ endsAt }) => !endsAt || !isBefore(endsAt, softFailuresBefore),
      );
      now.softBounces = now.softBounces.filter(({ bouncedAt }) => !isBefore(bouncedAt, softFailuresBefore));
      now.deletions = now.deletions.filter(({ erasedAt }) => !isBefore(erasedAt, recordsBefore));
      const isKept = (instant: Temporal.Instant) => !isBefore(instant, closingStateBefore);
      now.drafts = now.drafts.filter(({ savedAt }) => isKept(savedAt));
      now.draftAsides = now.draftAsides.filter(({ savedAt }) => isKept(savedAt));
      now.taskWatches = now.taskWatches.filter(({ wantedAt }) => isKept(wantedAt));
      now.mails = now.mails.filter(
        ({ shop, purpose, createdAt }) =>
          !(shop === OPERATOR && isBefore(createdAt, alertsBefore)) &&
          !(purpose === "final" && isBefore(createdAt, lastMailsBefore)),
      );
      now.schemaDrifts = now.schemaDrifts.filter(({ lastSeenAt }) => !isBefore(lastSeenAt, alertsBefore));
    },
  };
}
