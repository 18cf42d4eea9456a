import type { Temporal } from "temporal-polyfill";
import type { ClosingRequestEvent, ClosingRequestRow } from "#app/ports/index.ts";

/** When impact.com got a request: as its channel took it, or as the merchant brought it there; until then, when it was made. */
export const askedAt = (
  { createdAt }: Pick<ClosingRequestRow, "createdAt">,
  events: readonly ClosingRequestEvent[],
): Temporal.Instant => arrival(events)?.at ?? createdAt;

/** The step by which it reached impact.com; undefined while none is known. */
export const arrival = (events: readonly ClosingRequestEvent[]): ClosingRequestEvent | undefined =>
  events.find(({ trigger }) => trigger === "channel-accepted" || trigger === "told-handed-over");
