import type { AccountKey } from "./actions.ts";
import type { ImpactResource, SetAside } from "./impact.ts";

export type KeptAside = SetAside & { resource: ImpactResource };

/** Rows of an account's lists that could not be read. Use inside `transact`, so that they move with what could. */
export interface SetAsideStore {
  /** Of a list that is read whole: these, and no others any more. */
  replace(key: AccountKey, resource: ImpactResource, rows: readonly SetAside[]): Promise<void>;
  /** Of a list that is read page by page: these as well, as `run` saw them. */
  add(key: AccountKey, resource: ImpactResource, rows: readonly SetAside[], run: number): Promise<void>;
  /** Lets go of actions that could be read since and, where `run` saw everything, of rows it did not see. */
  settle(key: AccountKey, run: number, sawEverything: boolean): Promise<void>;
  /** How many of each list; lists without any are left out. */
  counts(key: AccountKey): Promise<Partial<Record<ImpactResource, number>>>;
  /** The first ones of each list. */
  first(key: AccountKey, limit: number): Promise<KeptAside[]>;
  removeAll(shop: string): Promise<void>;
}
