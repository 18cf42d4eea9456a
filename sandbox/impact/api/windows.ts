import { Temporal } from "temporal-polyfill";
import { type Answer, badRequest } from "#sandbox/impact/api/resource.ts";

/** A span of time in epoch milliseconds, both ends included; null = open. */
interface Window {
  fromMs: number;
  toMs: number;
}
type WindowOutcome = { outcome: "window"; window: Window | null } | { outcome: "refused"; answer: Answer };

const DAY_MS = 86_400_000;
const MAX_DAYS = 45;
const DEFAULT_DAYS = 7;

/**
 * The last-update window of Actions and ActionUpdates (brand actions v14): both ends or neither, at most 45 days,
 * not more than 3 years back; with neither end the last 7 days, unless another window is asked for.
 */
export function updateWindow(query: URLSearchParams, nowMs: number, otherWindow: boolean): WindowOutcome {
  const span = spanOf(query, "StartDate", "EndDate");
  if (span.outcome === "refused") return span;
  if (span.window === null)
    return otherWindow ? span : window({ fromMs: nowMs - DEFAULT_DAYS * DAY_MS, toMs: nowMs });
  if (span.window.fromMs < oldest(nowMs))
    return refused("StartDate", "StartDate cannot be more than 3 years in the past.");
  if (span.window.toMs - span.window.fromMs > MAX_DAYS * DAY_MS)
    return refused("EndDate", `The range between StartDate and EndDate cannot exceed ${MAX_DAYS} days.`);
  return span;
}

/** Another window, such as LockingDateStart/LockingDateEnd: the end needs the start, a start alone is open. */
export function optionalWindow(query: URLSearchParams, name: "ActionDate" | "LockingDate"): WindowOutcome {
  const open = query.has(`${name}Start`) && !query.has(`${name}End`);
  return spanOf(query, `${name}Start`, `${name}End`, open);
}

/** A window of the Partner API: both ends or neither, at most 45 days (partner actions v16). */
export function cappedWindow(query: URLSearchParams, name: "ActionDate" | "LockingDate"): WindowOutcome {
  const span = spanOf(query, `${name}Start`, `${name}End`);
  if (span.outcome === "refused" || span.window === null) return span;
  if (span.window.toMs - span.window.fromMs <= MAX_DAYS * DAY_MS) return span;
  return refused(
    `${name}End`,
    `The range between ${name}Start and ${name}End cannot exceed ${MAX_DAYS} days.`,
  );
}

/** StartDate and EndDate of Invoices: each may stand alone. */
export function creationWindow(query: URLSearchParams): WindowOutcome {
  const withBoth = new URLSearchParams(query);
  if (query.has("EndDate") && !query.has("StartDate")) withBoth.set("StartDate", "1970-01-01T00:00:00Z");
  return spanOf(withBoth, "StartDate", "EndDate", !query.has("EndDate"));
}

export const isWithin = (window: Window | null, atMs: number | null): boolean =>
  window === null || (atMs !== null && atMs >= window.fromMs && atMs <= window.toMs);

function spanOf(query: URLSearchParams, startName: string, endName: string, openEnd = false): WindowOutcome {
  const [start, end] = [query.get(startName), query.get(endName)];
  if (start === null && end === null) return window(null);
  if (start === null) return refused(startName, `${endName} requires ${startName}.`);
  if (end === null && !openEnd)
    return refused(endName, `If ${startName} is specified, ${endName} must also be specified.`);
  const fromMs = parseTime(start);
  const toMs = end === null ? Number.MAX_SAFE_INTEGER : parseTime(end);
  if (fromMs === null) return refused(startName, `${startName} must be an ISO 8601 date with a time.`);
  if (toMs === null) return refused(endName, `${endName} must be an ISO 8601 date with a time.`);
  if (toMs < fromMs) return refused(endName, `${endName} must not be before ${startName}.`);
  return window({ fromMs, toMs });
}

function parseTime(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Three years ago, with a day of grace: the boundary is not documented to the hour. */
function oldest(nowMs: number): number {
  return Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO("UTC")
    .subtract({ years: 3, days: 1 }).epochMilliseconds;
}

const window = (span: Window | null): WindowOutcome => ({ outcome: "window", window: span });
const refused = (field: string, message: string): WindowOutcome => ({
  outcome: "refused",
  answer: badRequest(field, message),
});
