import { Temporal } from "temporal-polyfill";
import type { ExportRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type KnownLists, knownLists } from "./known-lists.server.ts";
import { nextPiece } from "./next-piece.server.ts";

/** A job's share: well below the time after which the queue would think the process dead. */
const SHARE_MS = 5 * 60_000;
/** Seconds. impact.com counts calls per hour; a reset further away than that is a mistake. */
const LONGEST_WAIT = 3_900;
const SHORTEST_WAIT = 5;

type MakeDeps = Pick<Deps, "db" | "clock" | "impact" | "seal">;
/** `taken`: another worker is at it. `gone`: the account was disconnected or its data erased. */
export type MakeOutcome = "done" | "done-before" | "taken" | "gone" | "goes-on" | "waits";

/**
 * Makes an export piece by piece. Each piece is committed with the plan that comes after it, so that a death costs one
 * piece's work and nothing is written twice.
 */
export async function makeExport(
  input: { shop: string; exportId: string },
  deps: MakeDeps,
  signal: AbortSignal = AbortSignal.timeout(SHARE_MS),
): Promise<MakeOutcome> {
  let lists: KnownLists | null = null;
  for (;;) {
    const row = await deps.db.exports.find(input.shop, input.exportId);
    if (!row) return "gone";
    if (row.state === "done") return "done-before";
    if (signal.aborted) return later(row, 0, "goes-on", deps);
    // Read once a share: to read every list again for each of thousands of invoices would hold up everybody else.
    lists ??= await knownLists(row, deps);
    const { plan, part } = await nextPiece(row, lists, deps);
    const finished = plan.at === "end";
    const next = {
      plan,
      state: finished ? ("done" as const) : ("running" as const),
      finishedAt: finished ? deps.clock.now() : null,
    };
    const mine = await deps.db.transact((work) => work.exports.advance(row, next, part));
    if (!mine) return "taken";
    if (finished) return "done";
    if (plan.waitUntil !== null) {
      const until = deps.clock.now().until(Temporal.Instant.from(plan.waitUntil)).total("seconds");
      return later(row, Math.min(Math.max(Math.ceil(until), SHORTEST_WAIT), LONGEST_WAIT), "waits", deps);
    }
  }
}

async function later(
  { shop, id }: ExportRow,
  afterSeconds: number,
  outcome: MakeOutcome,
  deps: MakeDeps,
): Promise<MakeOutcome> {
  const job = { name: "make-export" as const, data: { shop, exportId: id } };
  await deps.db.transact((work) => work.enqueue(job, { afterSeconds }));
  return outcome;
}
