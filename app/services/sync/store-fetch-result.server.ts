import type { Temporal } from "temporal-polyfill";
import type { AccountKey, FetchResult, ImpactResource } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** The account that is being read is not this shop's any more: nothing of it may be kept. */
export class AccountLeft extends Error {
  override name = "AccountLeft";
  constructor() {
    super("The account was disconnected, or another one took its place, while it was read.");
  }
}

/** Keeps one reading, or why it failed beside what was known before. Throws AccountLeft when the account is gone. */
export async function storeFetchResult<T>(
  key: AccountKey,
  resource: ImpactResource,
  { reading, at }: { reading: FetchResult<T>; at: Temporal.Instant },
  { db }: Pick<Deps, "db">,
): Promise<void> {
  await db.transact(async (work) => {
    if (!(await work.connections.hold(key))) throw new AccountLeft();
    if (reading.outcome === "read") await work.snapshots.recordRead(key.shop, resource, reading.value, at);
    else await work.snapshots.recordFailure(key.shop, resource, reading, at);
  });
}

/** What `run` gives, or null when the account it reads was left meanwhile. */
export async function whileConnected<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AccountLeft) return null;
    throw error;
  }
}
