import { phaseOf, type RequestPhase, type RequestState } from "#app/domain/index.ts";

/** What Home is about today; each of them begins with what matters most in it. */
export type HomeState =
  | "first"
  | "open"
  | "unknown"
  | "overdue"
  | "trial"
  | "request"
  | "closed"
  | "contradicted";

type Known = {
  /** Something is known of the account; without anything, Home says how to begin. */
  isKnown: boolean;
  /** What impact.com says of the account. */
  state: "open" | "closed" | "unknown";
  /** It refused the token since, or there is none any more: what it said before may be over. */
  isSilent: boolean;
  request: RequestState | null;
  overdue: boolean;
  trial: boolean;
};

/** The most telling thing comes first: a closing, a request under way, money overdue, a trial that can be cancelled. */
export function homeState({ isKnown, state, isSilent, request, overdue, trial }: Known): HomeState {
  if (!isKnown) return "first";
  if (state === "closed") return "closed";
  const phase: RequestPhase | null = request && phaseOf(request);
  // Where the merchant's note and impact.com differ, Home says so. A closed account answers no token any more.
  if (phase === "closed") return state === "open" && !isSilent ? "contradicted" : "closed";
  if (phase !== null && phase !== "withdrawn") return "request";
  if (overdue) return "overdue";
  if (trial) return "trial";
  return state === "unknown" ? "unknown" : "open";
}
