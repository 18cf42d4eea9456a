import { LINK_ACTOR } from "#app/services/link-actor.ts";
import type { Deps } from "../deps.ts";
import { notifyOfLinkUse } from "../history/notify-of-link-use.server.ts";
import { type MoveInput, type MoveOutcome, type StatedMove, saveMove } from "../requests/save-move.server.ts";
import type { ByLink } from "./by-link.ts";
import { type ProofProblem, proveVisit } from "./prove-visit.server.ts";

/** Whether a note ends something that goes on for the owner: a request, its ticket, the questions after a closing. */
const ENDS_SOMETHING: Record<StatedMove, boolean> = {
  "told-handed-over": true,
  "told-ticket-number": false,
  "told-reply": false,
  "told-needs": false,
  "told-answered": false,
  "told-follow-up": false,
  "told-closed": true,
  "told-refunded": true,
  "told-no-charge": true,
  "told-charged": false,
  "told-charge-settled": false,
  "told-not-closed": false,
  "told-rejected": true,
  "withdrawn-unsent": true,
  "told-withdrawn": true,
};

type Input = ByLink & { code: string; move: Omit<MoveInput, "shop" | "actor"> };

/** Writes down what happened for who holds a link; what ends something needs the code as well. */
export async function noteByLink(
  { code, move, ...by }: Input,
  deps: Pick<Deps, "db" | "clock" | "limits" | "log" | "settings" | "seal">,
): Promise<MoveOutcome | ProofProblem> {
  const request = await deps.db.closingRequests.findByReference(by.shop, move.reference);
  if (!request) return { outcome: "unknown-request" };
  const problem = ENDS_SOMETHING[move.trigger] ? await proveVisit({ ...by, code }, deps) : null;
  if (problem) return problem;
  const moved = await saveMove({ ...move, shop: by.shop, actor: LINK_ACTOR }, deps);
  if (moved.outcome === "recorded") await notifyOfLinkUse({ shop: by.shop, what: "note" }, deps);
  return moved;
}
