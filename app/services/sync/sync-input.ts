import type { Temporal } from "temporal-polyfill";
import type { AccountKey, ImpactCredentials, Program, ReadFailure } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** "continue" only ends what was begun (or begins the first reading); the others also want a reading after `after`. */
export type Wanted = { kind: "continue" } | { kind: "update" | "full"; after: Temporal.Instant };

export type SyncOutcome =
  | { outcome: "complete" }
  /** Told to stop before the end; what was read is kept, and the next call goes on from there. */
  | { outcome: "unfinished" }
  /** Somebody else reads this account now. */
  | { outcome: "busy" }
  | { outcome: "failed"; failure: ReadFailure };

export type SyncInput = {
  key: AccountKey;
  credentials: ImpactCredentials;
  programs: Program[];
  /** The account's own currency and zone, as far as they are known. */
  account: { currency: string; timeZone: string };
  wanted: Wanted;
  /** Ends the call early. A run is made of small pieces, so little is lost. */
  signal: AbortSignal;
  lease: { owner: string; seconds: number };
};

export type SyncDeps = Pick<Deps, "db" | "clock" | "impact">;
