import { type RequestStanding, type RequestState, standingOf } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

type Known = {
  /** What impact.com says of the account. */
  state: "open" | "closed" | "unknown";
  /** Where the merchant's own request stands. */
  request: RequestState | null;
  /** Whether impact.com's own words stand beside a noted closing. */
  isProved: boolean;
  hasNextCharge: boolean;
};

/** Home's first sentence. Where the merchant's evidence and impact.com differ, it says so. */
export function homeHeadline({ state, request, isProved, hasNextCharge }: Known): MessageId {
  if (state === "closed") return "home.closed";
  const standing: RequestStanding | null = request && standingOf(request);
  if (standing === "closed") {
    if (state === "open") return isProved ? "home.toldClosedOpen" : "home.notedClosedOpen";
    return isProved ? "home.toldClosed" : "home.notedClosed";
  }
  if (standing !== null) return hasNextCharge ? "home.standingNext" : "home.standing";
  if (state === "open") return hasNextCharge ? "home.openNext" : "home.openNone";
  return hasNextCharge ? "home.unknownNext" : "home.unknownNone";
}
