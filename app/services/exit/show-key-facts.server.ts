import { Temporal } from "temporal-polyfill";
import { loadSummary } from "../account/load-account.server.ts";
import type { StatedFactName } from "../account/stated-facts.ts";
import type { Deps } from "../deps.ts";

/** Whether the key facts are for this account at all: a partner or an agency has none, by its connection or its word. */
export const hasKeyFacts = (view: { kind: string; otherAccount: string | null }): boolean =>
  view.kind === "brand" && view.otherAccount !== "partner";

/** What the merchant told of the account's key facts; null for a shop never seen, or without such facts. */
export async function showKeyFacts(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadSummary(input, deps);
  if (!view || !hasKeyFacts(view)) return null;
  const { facts, statedAt, currency, timeZone, today, connection } = view;
  return {
    facts,
    /** When any of them was told last; null before the first. */
    lastStatedAt: latest(KEY_FACTS.flatMap((name) => statedAt[name] ?? [])),
    currency,
    timeZone,
    today,
    /** impact.com's word stays after the key is gone, and comes before another one (docs/account-file.md). */
    checkedCurrency: connection ? currency : null,
  };
}

/** What the form of the key facts asks for. */
const KEY_FACTS: readonly StatedFactName[] = [
  "signedUpOn",
  "edition",
  "trialEndsOn",
  "cardEverCharged",
  "fundingBalance",
  "minimumFee",
  "currency",
];

const latest = (instants: Temporal.Instant[]): string | null =>
  instants.toSorted(Temporal.Instant.compare).at(-1)?.toString() ?? null;
