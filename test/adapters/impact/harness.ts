import { setupServer } from "msw/node";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createImpactApi, type ImpactApiOptions } from "#app/adapters/impact/client.server.ts";
import type {
  ActionItem,
  ActionSlice,
  BrandApi,
  FetchResult,
  ImpactCredentials,
  Reversal,
  SetAside,
} from "#app/ports/index.ts";
import { IMPACT_BASE } from "#test/msw/impact.ts";

const NOW = Temporal.Instant.from("2026-06-01T12:00:00Z");

/** Starts a network on which nothing but the test's own handlers answers. */
export function startImpactNetwork() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
}

/** A client whose clock stands still, that never sleeps and that keeps what it logs and how long it would wait. */
export function aClient(overrides: Partial<ImpactApiOptions> = {}) {
  const lines: string[] = [];
  const waits: number[] = [];
  const write = (fields: Record<string, unknown>, message: string) =>
    void lines.push(JSON.stringify({ ...fields, message }));
  const impact = createImpactApi({
    baseUrl: IMPACT_BASE,
    clock: { now: () => NOW },
    log: { debug: write, warn: write },
    wait: async (ms) => void waits.push(ms),
    random: () => 0.5,
    ...overrides,
  });
  const [api, partner, agency] = [impact.of("brand"), impact.of("partner"), impact.of("agency")];
  return { api, partner, agency, lines, waits };
}

/** Reads a list of actions to its end; the rows of all its pages, in the order they came, and those set aside. */
export async function actionsOf(
  api: BrandApi,
  credentials: ImpactCredentials,
  slice: ActionSlice,
): Promise<FetchResult<ActionItem[]>> {
  const items: ActionItem[] = [];
  const aside: SetAside[] = [];
  const fetchResult = await api.readActionPages(credentials, slice, async (page, pageAside = []) => {
    for (const { item } of page) items.push(item);
    aside.push(...pageAside);
  });
  if (fetchResult.outcome !== "read") return fetchResult;
  return { outcome: "read", value: items, ...(aside.length > 0 && { aside }) };
}

/** The same for a list of reversals. */
export async function reversalsOf(
  api: BrandApi,
  credentials: ImpactCredentials,
  slice: ActionSlice,
): Promise<FetchResult<Reversal[]>> {
  const rows: Reversal[] = [];
  const aside: SetAside[] = [];
  const fetchResult = await api.readReversalPages(credentials, slice, async (page, pageAside = []) => {
    for (const { actionId, reversedOn } of page) rows.push({ actionId, reversedOn });
    aside.push(...pageAside);
  });
  if (fetchResult.outcome !== "read") return fetchResult;
  return { outcome: "read", value: rows, ...(aside.length > 0 && { aside }) };
}
