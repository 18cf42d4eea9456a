import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type Clock, DEMO_ZONE, type MoveOutcome } from "#sandbox/clock/clock.ts";

/** Something that happens on a day of some zone; the clock only needs to know when. */
export interface DatedEvent {
  on: string;
  timeZone: string;
}

export const moveRequestSchema = z.union([
  z.object({ by: z.enum(["day", "week", "next-event", "reset"]) }),
  z.object({ to: z.string().min(1) }),
]);
type MoveRequest = z.output<typeof moveRequestSchema>;

type MoveRequestOutcome = MoveOutcome | { outcome: "no-event" } | { outcome: "not-a-date" };

/** Hour at which a day asked for by its date begins: an office hour, when the day's first events have happened. */
const HOUR = "09:00";

/** Carries out a move; "next event" goes to the morning of the soonest event's day. */
export function move(
  clock: Clock,
  request: MoveRequest,
  events: () => readonly DatedEvent[],
): MoveRequestOutcome {
  if ("to" in request) {
    const instant = instantOf(request.to);
    return instant === null ? { outcome: "not-a-date" } : clock.moveTo(instant);
  }
  switch (request.by) {
    case "day":
      return clock.moveBy({ days: 1 });
    case "week":
      return clock.moveBy({ days: 7 });
    case "reset":
      clock.reset();
      return { outcome: "moved", now: clock.now() };
    case "next-event": {
      const [soonest] = events()
        .map(({ on, timeZone }) => morningOf(on, timeZone))
        .sort(Temporal.Instant.compare);
      return soonest === undefined ? { outcome: "no-event" } : clock.moveTo(soonest);
    }
  }
}

const morningOf = (day: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${day}T${HOUR}`).toZonedDateTime(timeZone).toInstant();

function instantOf(text: string): Temporal.Instant | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return morningOf(text, DEMO_ZONE);
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
