import type { Stores } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** Destroys the sealed token and everything that was read with it. What the merchant told us stays. */
export async function disconnectAccount(input: { shop: string }, deps: Pick<Deps, "db">): Promise<void> {
  await deps.db.transact(async (work) => {
    await work.connections.remove(input.shop);
    await forgetReadings(input.shop, work);
  });
}

/** Removes what was read of an account, and how far the reading was. */
export async function forgetReadings(
  shop: string,
  { snapshots, actions, syncs }: Pick<Stores, "snapshots" | "actions" | "syncs">,
): Promise<void> {
  await snapshots.removeAll(shop);
  await actions.removeAll(shop);
  await syncs.removeAll(shop);
}
