import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { halve, windowBounds } from "#app/adapters/impact/windows.server.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const days = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) =>
  from.until(to, { largestUnit: "day" }).days;
const span = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_200 }))
  .map(([start, length]) => {
    const from = date("1999-12-31").add({ days: start });
    return { from, to: from.add({ days: length }) };
  });

describe("a window", () => {
  it("halves into touching parts down to single days, which cannot be halved", () => {
    fc.assert(
      fc.property(span, (whole) => {
        const halves = halve(whole);
        if (days(whole) < 2) {
          expect(halves).toBeNull();
          return;
        }
        const [first, second] = halves ?? [];
        expect(first?.from.equals(whole.from)).toBe(true);
        expect(second?.to.equals(whole.to)).toBe(true);
        expect(first?.to.equals(second?.from ?? "")).toBe(true);
        expect(Math.abs(days(first ?? whole) - days(second ?? whole))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is asked for with both ends, the last second of the last day included", () => {
    expect(windowBounds({ from: date("2026-01-01"), to: date("2026-02-15") })).toEqual({
      start: "2026-01-01T00:00:00Z",
      end: "2026-02-14T23:59:59Z",
    });
  });
});
