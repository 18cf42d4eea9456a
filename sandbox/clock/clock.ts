import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { readJsonFile, writeJsonFile } from "#sandbox/storage/json-file.ts";

/** Zone and instant in which the demo begins: the sign-up day of the worked example (S3). */
export const DEMO_ZONE = "America/New_York";
export const DEMO_START = Temporal.PlainDateTime.from("2026-05-12T09:00")
  .toZonedDateTime(DEMO_ZONE)
  .toInstant();

export type MoveOutcome = { outcome: "moved"; now: Temporal.Instant } | { outcome: "refused-backwards" };

/** A clock that runs at normal speed and can be moved ahead. Its offset lives in a file that other processes read. */
export interface Clock {
  now(): Temporal.Instant;
  today(timeZone: string): Temporal.PlainDate;
  /** Distance to the system's time in milliseconds: now = system time + offset. */
  offsetMs(): number;
  /** Moves ahead by whole calendar days, keeping the hour of the day in the demo's zone. */
  moveBy(by: { days: number }): MoveOutcome;
  moveTo(instant: Temporal.Instant): MoveOutcome;
  /** Back to the start of the demo: the only way to an earlier time. */
  reset(): void;
  /** Calls the listener after every move and reset; returns a function that stops it. */
  onMove(listener: (now: Temporal.Instant) => void): () => void;
}

const fileSchema = z.object({ offsetMs: z.number().int() });

/**
 * Opens the clock kept in `file` as `{ "offsetMs": number }`; a new file starts at `initial`.
 * Throws when the file exists but is damaged.
 */
export function openClock(
  file: string,
  {
    systemNow = Date.now,
    initial = DEMO_START,
  }: { systemNow?: () => number; initial?: Temporal.Instant } = {},
): Clock {
  const listeners = new Set<(now: Temporal.Instant) => void>();
  let offsetMs = 0;
  const now = () => Temporal.Instant.fromEpochMilliseconds(systemNow() + offsetMs);
  const setTo = (instant: Temporal.Instant) => {
    offsetMs = instant.epochMilliseconds - systemNow();
    writeJsonFile(file, { offsetMs });
    for (const listener of listeners) listener(now());
  };
  const moveTo = (instant: Temporal.Instant): MoveOutcome => {
    if (Temporal.Instant.compare(instant, now()) < 0) return { outcome: "refused-backwards" };
    setTo(instant);
    return { outcome: "moved", now: now() };
  };

  const stored = readJsonFile(file, fileSchema);
  if (stored) offsetMs = stored.offsetMs;
  else setTo(initial);

  return {
    now,
    today: (timeZone) => now().toZonedDateTimeISO(timeZone).toPlainDate(),
    offsetMs: () => offsetMs,
    moveBy: ({ days }) => moveTo(now().toZonedDateTimeISO(DEMO_ZONE).add({ days }).toInstant()),
    moveTo,
    reset: () => setTo(initial),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
