import type { Temporal } from "temporal-polyfill";
import type { Account, ClosureReport, Explained } from "#app/domain/index.ts";

/** Works out what takes long enough to hold up everybody else, away from the loop that serves them. */
export interface Reckoner {
  explain(account: Account, asked: { on: Temporal.PlainDate; figure: string }): Promise<Explained>;
  closure(account: Account, on: Temporal.PlainDate): Promise<ClosureReport>;
}
