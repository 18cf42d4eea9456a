import type { Temporal } from "temporal-polyfill";
import type { Tickets } from "../tickets.ts";
import type { ApiFaults } from "./faults.ts";

/** What both ticket APIs answer from. */
export interface ApiDeps {
  readonly tickets: Tickets;
  readonly faults: ApiFaults;
  readonly apiKey: string;
  readonly clock: { now(): Temporal.Instant };
}
