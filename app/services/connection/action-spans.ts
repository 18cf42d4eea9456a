import type { Temporal } from "temporal-polyfill";
import type { Span } from "#app/ports/index.ts";

/**
 * What to ask of the Actions list: three years back is as far as impact.com answers, and open-ended locking may lie up
 * to 730 days ahead (domain.md 6.3). Spans are half-open; one day is added for accounts east of our idea of today.
 */
export function actionSpans(today: Temporal.PlainDate): { tracked: Span; locking: Span } {
  const tomorrow = today.add({ days: 1 });
  return {
    tracked: { from: today.subtract({ years: 3 }).add({ days: 1 }), to: tomorrow },
    locking: { from: today.subtract({ years: 3 }).add({ days: 1 }), to: today.add({ days: 731 }) },
  };
}
