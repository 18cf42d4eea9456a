import { chargeChange, chargeSnapshotOf } from "#app/domain/index.ts";
import type { AccountView } from "../account/load-account.server.ts";
import { standingOf } from "../account/standing-of.ts";
import type { Deps } from "../deps.ts";
import { merchantEvents } from "../events/merchant-events.server.ts";

/** Tells when the next fee is another one than was told last. Without the actions it is not known. */
export async function watchCharge(view: AccountView, deps: Pick<Deps, "db" | "clock">): Promise<boolean> {
  const { assembled } = view;
  const standing = standingOf(view);
  const { shop } = view.shop;
  if (standing === null || assembled.outcome !== "ready" || assembled.account.actions === null) return false;
  const now = chargeSnapshotOf(standing);
  return deps.db.transact(async (work) => {
    const notified = await work.chargeSnapshots.find(shop);
    const change = chargeChange(notified, now);
    if (change.outcome === "unchanged") return false;
    const { minor, currency, on } = change.charge;
    const isOurs = await work.chargeSnapshots.change(shop, notified, change.charge, deps.clock.now());
    if (!isOurs || change.outcome === "first") return false;
    const event = { type: "next-charge-changed" as const, amount: { minor, currency }, on };
    await merchantEvents(work, deps.clock.now()).publish(shop, event);
    return true;
  });
}
