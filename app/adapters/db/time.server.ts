import { Temporal } from "temporal-polyfill";

/** Database timestamps are millisecond `Date`s; everything inward of the adapter is a Temporal.Instant. */
export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
export const toInstant = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());
export const toDateOrNull = (instant: Temporal.Instant | null): Date | null => instant && toDate(instant);
export const toInstantOrNull = (date: Date | null): Temporal.Instant | null => date && toInstant(date);
