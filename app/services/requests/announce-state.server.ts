import type { Temporal } from "temporal-polyfill";
import type { RequestState } from "#app/domain/index.ts";
import type { ClosingRequestRow, Work } from "#app/ports/index.ts";
import { merchantEvents } from "../events/merchant-events.server.ts";

/** Tells the merchant's automations where the request stands now, in the transaction that moved it. */
export const announceState = (
  { shop, reference }: Pick<ClosingRequestRow, "shop" | "reference">,
  state: RequestState,
  work: Work,
  now: Temporal.Instant,
): Promise<void> =>
  merchantEvents(work, now).publish(shop, {
    type: "closing-request-status-changed",
    reference,
    state,
    at: now.toString(),
  });
