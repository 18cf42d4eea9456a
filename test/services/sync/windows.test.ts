import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { windowBounds } from "#app/adapters/impact/windows.server.ts";
import { cutWindows, widen } from "#app/services/sync/windows.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const days = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) =>
  from.until(to, { largestUnit: "day" }).days;
const span = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_200 }))
  .map(([start, length]) => {
    const from = date("1999-12-31").add({ days: start });
    return { from, to: from.add({ days: length }) };
  });

describe("windows of a span", () => {
  it("cover every day exactly once and are never longer than 45 days", () => {
    fc.assert(
      fc.property(span, (whole) => {
        const windows = cutWindows(whole);
        expect(windows.reduce((sum, window) => sum + days(window), 0)).toBe(days(whole));
        let edge = whole.from;
        for (const window of windows) {
          expect(window.from.equals(edge)).toBe(true);
          expect(days(window)).toBeGreaterThan(0);
          expect(days(window)).toBeLessThanOrEqual(45);
          edge = window.to;
        }
        expect(edge.equals(whole.to)).toBe(true);
      }),
    );
  });

  it("are 25 for three years, as few as the limit allows", () => {
    expect(cutWindows({ from: date("2023-11-20"), to: date("2026-11-20") })).toHaveLength(25);
  });

  it("are none for a span that ends before it starts", () => {
    expect(cutWindows({ from: date("2026-02-02"), to: date("2026-02-01") })).toEqual([]);
  });

  it.each(["Pacific/Kiritimati", "Etc/GMT+12", "America/New_York", "Asia/Kolkata"])(
    "hold, once widened, every moment of the span's days in %s",
    (zone) => {
      const day = { from: date("2026-06-20"), to: date("2026-06-21") };
      const { start, end } = windowBounds(widen(day));
      const instant = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
      expect(Temporal.Instant.compare(start, instant("2026-06-20T00:00:00"))).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(end, instant("2026-06-20T23:59:59"))).toBeGreaterThanOrEqual(0);
    },
  );
});
