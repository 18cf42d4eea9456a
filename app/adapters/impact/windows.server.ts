import type { Temporal } from "temporal-polyfill";
import type { Span } from "#app/ports/impact.ts";

/** The API refuses longer date ranges (domain.md 6.3; for locking dates see gap G31). */
const MAX_WINDOW_DAYS = 45;

/** Cuts a half-open span into half-open windows of at most 45 days that touch without gap or overlap. */
export function cutWindows(span: Span): Span[] {
  const windows: Span[] = [];
  let from = span.from;
  while (lengthInDays({ from, to: span.to }) > 0) {
    const days = Math.min(MAX_WINDOW_DAYS, lengthInDays({ from, to: span.to }));
    const to = from.add({ days });
    windows.push({ from, to });
    from = to;
  }
  return windows;
}

/** Two touching halves of a window, or null when it is a single day and cannot be made smaller. */
export function halve(window: Span): [Span, Span] | null {
  const days = lengthInDays(window);
  if (days < 2) return null;
  const middle = window.from.add({ days: Math.floor(days / 2) });
  return [
    { from: window.from, to: middle },
    { from: middle, to: window.to },
  ];
}

/**
 * A day more at both ends. Windows are asked for in UTC, the span means days in the account's zone; no zone is a
 * whole day away from UTC, so the wider span holds every action of the wanted one.
 * An empty span stays empty.
 */
export function widen(span: Span): Span {
  if (lengthInDays(span) <= 0) return span;
  return { from: span.from.subtract({ days: 1 }), to: span.to.add({ days: 1 }) };
}

/** Both ends as the API wants them: inclusive, whole seconds, always both given (domain.md 6.3). */
export function windowBounds(window: Span): { start: string; end: string } {
  const lastDay = window.to.subtract({ days: 1 });
  return { start: `${window.from.toString()}T00:00:00Z`, end: `${lastDay.toString()}T23:59:59Z` };
}

/** Whether a day (ISO text) lies in a half-open span. */
export function holds(span: Span, isoDay: string): boolean {
  return span.from.toString() <= isoDay && isoDay < span.to.toString();
}

function lengthInDays(span: { from: Temporal.PlainDate; to: Temporal.PlainDate }): number {
  return span.from.until(span.to, { largestUnit: "day" }).days;
}
