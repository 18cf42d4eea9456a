import type { Temporal } from "temporal-polyfill";

/** The only source of "now" outside the domain. */
export interface Clock {
  now(): Temporal.Instant;
}
