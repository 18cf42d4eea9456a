import type { Span } from "#app/ports/impact.ts";

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

/** Both ends as the API wants them: inclusive, whole seconds, always both given (domain.md 6.3). */
export function windowBounds(window: Span): { start: string; end: string } {
  const lastDay = window.to.subtract({ days: 1 });
  return { start: `${window.from.toString()}T00:00:00Z`, end: `${lastDay.toString()}T23:59:59Z` };
}

function lengthInDays(span: Span): number {
  return span.from.until(span.to, { largestUnit: "day" }).days;
}
