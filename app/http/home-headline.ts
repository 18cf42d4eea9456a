import { phaseOf, type RequestPhase, type RequestState } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

type Known = {
  /** What impact.com says of the account. */
  state: "open" | "closed" | "unknown";
  /** Where the merchant's own request stands. */
  request: RequestState | null;
  /** Whether impact.com's own words stand beside a noted closing. */
  isProved: boolean;
  /** Whether the next fee is known; "other" where no fee of Starter is due at all. */
  fee: "known" | "unknown" | "other";
};

/** Home's first sentence. Where the merchant's evidence and impact.com differ, it says so. */
export function homeHeadline({ state, request, isProved, fee }: Known): MessageId {
  if (state === "closed") return "home.closed";
  const phase: RequestPhase | null = request && phaseOf(request);
  if (phase === "closed") {
    if (state === "open") return isProved ? "home.toldClosedOpen" : "home.notedClosedOpen";
    return isProved ? "home.toldClosed" : "home.notedClosed";
  }
  if (phase !== null) return fee === "known" ? "home.requestPhaseNext" : "home.requestPhase";
  return FIRST_SENTENCE[state][fee];
}

const FIRST_SENTENCE = {
  open: { known: "home.openNext", unknown: "home.openNone", other: "home.openOther" },
  unknown: { known: "home.unknownNext", unknown: "home.unknownNone", other: "home.unknownOther" },
} as const;
