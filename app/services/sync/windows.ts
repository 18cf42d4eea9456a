import { MAX_WINDOW_DAYS, type Span } from "#app/ports/index.ts";

/** Cuts a half-open span into half-open windows the API accepts that touch without gap or overlap. */
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

/**
 * A day more at both ends. Windows are asked for in UTC, the span means days in the account's zone; no zone is a
 * whole day away from UTC, so the wider span holds every action of the wanted one. An empty span stays empty.
 */
export function widen(span: Span): Span {
  if (lengthInDays(span) <= 0) return span;
  return { from: span.from.subtract({ days: 1 }), to: span.to.add({ days: 1 }) };
}

function lengthInDays(span: Span): number {
  return span.from.until(span.to, { largestUnit: "day" }).days;
}
