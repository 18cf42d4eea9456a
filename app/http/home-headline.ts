import type { RequestState } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

type Known = {
  /** What impact.com says of the account. */
  state: "open" | "closed" | "unknown";
  /** Where the merchant's own request stands, by the evidence they have. */
  request: RequestState | null;
  hasNextCharge: boolean;
};

/** Home's first sentence. Where the merchant's evidence and impact.com differ, it says so. */
export function homeHeadline({ state, request, hasNextCharge }: Known): MessageId {
  if (state === "closed") return "home.closed";
  if (request === "closed" || request === "refund-received")
    return state === "open" ? "home.toldClosedOpen" : "home.toldClosed";
  if (state === "open") return hasNextCharge ? "home.openNext" : "home.openNone";
  return hasNextCharge ? "home.unknownNext" : "home.unknownNone";
}
