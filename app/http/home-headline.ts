import type { RequestState } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

type Known = {
  /** What impact.com says of the account. */
  state: "open" | "closed" | "unknown";
  /** Where the merchant's own request stands, by the evidence they have. */
  request: RequestState | null;
  /** Whether the next fee is known; "other" where no fee of Starter is due at all. */
  fee: "known" | "unknown" | "other";
};

/** Home's first sentence. Where the merchant's evidence and impact.com differ, it says so. */
export function homeHeadline({ state, request, fee }: Known): MessageId {
  if (state === "closed") return "home.closed";
  if (request === "closed" || request === "refund-received")
    return state === "open" ? "home.toldClosedOpen" : "home.toldClosed";
  return FIRST_SENTENCE[state][fee];
}

const FIRST_SENTENCE = {
  open: { known: "home.openNext", unknown: "home.openNone", other: "home.openOther" },
  unknown: { known: "home.unknownNext", unknown: "home.unknownNone", other: "home.unknownOther" },
} as const;
