/** What is limited over all instances together; how often is the adapter's (docs/faults.md, L8). */
export const LIMIT_NAMES = [
  "wrong-link",
  "new-link",
  "exit-code",
  "exit-code-link",
  "ask-desk",
  "wrong-token",
  "wrong-operator",
  "sent-store",
  "sent-account",
] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

/** Counts what may happen only so often. `key` is a keyed hash, never an address or a name. */
export interface Limits {
  /** Counts one. Null while it is within the limit, otherwise the seconds until it counts afresh. */
  count(name: LimitName, key: string): Promise<number | null>;
  /** Takes one back that was counted for what did not happen. */
  giveBack(name: LimitName, key: string): Promise<void>;
  /** The seconds to wait when the limit is used up, without counting; null when it is not. */
  waitFor(name: LimitName, key: string): Promise<number | null>;
}

/** Counts what an address sends to this instance alone. */
export interface Burst {
  count(address: string): Promise<number | null>;
}
