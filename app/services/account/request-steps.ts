import type { Temporal } from "temporal-polyfill";
import type { RequestStep } from "#app/domain/index.ts";
import type { ClosingRequestEvent } from "#app/ports/index.ts";

/** The history as the domain reads it: each step with its day in the account's zone. */
export const requestSteps = (events: readonly ClosingRequestEvent[], timeZone: string): RequestStep[] =>
  events.map(({ trigger, toState, at }) => ({ trigger, toState, on: dayIn(at, timeZone) }));

const dayIn = (at: Temporal.Instant, timeZone: string) => at.toZonedDateTimeISO(timeZone).toPlainDate();
