import type { MerchantEventType } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** The event that was told; nobody but the log listens as long as no sender takes this place. */
export async function tellEvent(
  { shop, eventId }: { shop: string; eventId: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<MerchantEventType | "told-before" | "unknown-event"> {
  const record = await deps.db.merchantEvents.find(shop, eventId);
  if (!record) return "unknown-event";
  if (record.toldAt) return "told-before";
  await deps.db.transact((work) => work.merchantEvents.markTold(shop, eventId, deps.clock.now()));
  return record.event.type;
}
