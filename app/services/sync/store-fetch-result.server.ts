import type { Temporal } from "temporal-polyfill";
import type { AccountKey, FetchResult, ImpactResource, SetAside, Work } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { keepAside } from "./keep-aside.server.ts";

/** The account that is being read is not this shop's any more: nothing of it may be kept. */
export class AccountLeft extends Error {
  override name = "AccountLeft";
  constructor() {
    super("The account was disconnected, or another one took its place, while it was read.");
  }
}

type Read<T> = { fetchResult: FetchResult<T>; at: Temporal.Instant };
type KeepDeps = Pick<Deps, "db" | "clock">;

/**
 * Keeps one reading with its rows that could not be read, or why it failed beside what was known before. Throws
 * AccountLeft when the account is gone.
 */
export function storeFetchResult<T>(
  key: AccountKey,
  resource: ImpactResource,
  read: Read<T>,
  deps: KeepDeps,
): Promise<void> {
  return keep(key, resource, read, deps, (work, aside) =>
    keepAside({ key, resource, run: null }, aside, work, deps),
  );
}

/** The same for a list whose rows were kept page by page. */
export function storePagedResult<T>(
  key: AccountKey,
  resource: ImpactResource,
  read: Read<T>,
  deps: KeepDeps,
): Promise<void> {
  return keep(key, resource, read, deps, async () => undefined);
}

async function keep<T>(
  key: AccountKey,
  resource: ImpactResource,
  { fetchResult, at }: Read<T>,
  { db }: KeepDeps,
  keepRows: (work: Work, aside: readonly SetAside[]) => Promise<void>,
): Promise<void> {
  await db.transact(async (work) => {
    if (!(await work.connections.hold(key))) throw new AccountLeft();
    if (fetchResult.outcome !== "read")
      return work.snapshots.saveFailure(key.shop, resource, fetchResult, at);
    await work.snapshots.saveRead(key.shop, resource, fetchResult.value, at);
    await keepRows(work, fetchResult.aside ?? []);
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
