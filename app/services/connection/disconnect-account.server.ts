import type { Deps } from "../deps.ts";

/** Destroys the sealed token and everything that was read with it. What the merchant told us stays. */
export async function disconnectAccount(input: { shop: string }, deps: Pick<Deps, "db">): Promise<void> {
  await deps.db.transact(async (work) => {
    await work.connections.remove(input.shop);
    await work.snapshots.removeAll(input.shop);
  });
}
