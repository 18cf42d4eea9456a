import type { Temporal } from "temporal-polyfill";
import { ANSWERED, WITH_IMPACT } from "#app/domain/index.ts";
import type { ClosingRequestRow, RequestCheckRow, TicketRow } from "#app/ports/index.ts";
import { putAwayWord } from "../account/put-away.ts";
import type { Deps } from "../deps.ts";

/** What the help desk said that long ago is asked for again when somebody looks (experience.md 2.5). */
export const DESK_FRESH_MINUTES = 15;

/** What asking brought last, with its age; a failed try stands beside the last answer and never in its place. */
export type CheckView = {
  answer: RequestCheckRow["answer"];
  answeredAt: string | null;
  /** When the last try failed; null when it did not. */
  failedAt: string | null;
  /** The desk answered, and has no such ticket. */
  missing: boolean;
  /** The desk's word for having put the ticket away; null unless it has. */
  putAway: string | null;
  stale: boolean;
};

/** The last look at the ticket; null when the desk cannot be asked or need not be any more. */
export async function deskView(
  { shop, id, state }: ClosingRequestRow,
  ticket: TicketRow | null,
  deps: Pick<Deps, "db" | "clock">,
): Promise<CheckView | null> {
  if (!WITH_IMPACT.some((each) => each === state)) return null;
  return viewOf(await deps.db.requestChecks.find(shop, id, "desk"), ticket?.settledAt ?? null, deps);
}

/** The last look whether the key still works, and whether it was destroyed for that; null before the first, and when none is made any more. */
export async function probeView(
  { shop, id, state }: ClosingRequestRow,
  deps: Pick<Deps, "db" | "clock">,
): Promise<(CheckView & { destroyed: boolean }) | null> {
  if (!ANSWERED.some((each) => each === state)) return null;
  const check = await deps.db.requestChecks.find(shop, id, "account");
  const view = check?.triedAt ? viewOf(check, null, deps) : null;
  const connection = view && (await deps.db.connections.find(shop));
  return view && { ...view, destroyed: view.answer === "refused" && connection?.sealedToken === null };
}

/** `knownAt`: since when there has been something to ask, for a check never made. */
function viewOf(
  check: RequestCheckRow | null,
  knownAt: Temporal.Instant | null,
  { clock }: Pick<Deps, "clock">,
): CheckView | null {
  if (!check) return null;
  const { answer, answeredAt, triedAt, failure } = check;
  const last = triedAt ?? knownAt;
  return {
    answer,
    answeredAt: answeredAt?.toString() ?? null,
    failedAt: failure === null ? null : (triedAt?.toString() ?? null),
    missing: failure === "missing",
    putAway: putAwayWord(failure),
    stale: last === null || clock.now().since(last).total("minutes") >= DESK_FRESH_MINUTES,
  };
}
