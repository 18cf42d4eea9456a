import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { afterClosing, nextCheck, type RequestStep } from "#app/domain/index.ts";

const day = (iso: string) => Temporal.PlainDate.from(iso);
const step = (trigger: RequestStep["trigger"], toState: RequestStep["toState"], on: string) => ({
  trigger,
  toState,
  on: day(on),
});
const closed = [step("channel-accepted", "sent", "2026-06-21"), step("told-closed", "closed", "2026-06-22")];

describe("the time after a closing", () => {
  it("lasts 45 days, the last one counted", () => {
    const on = (iso: string) => afterClosing("closed", closed, day(iso));
    // 22 June + 45 days = 6 August.
    expect(on("2026-08-06")).toMatchObject({ over: false });
    expect(on("2026-08-07")).toMatchObject({ over: true });
    expect(on("2026-06-22")?.until.toString()).toBe("2026-08-06");
  });

  it("ends when refund and charge are answered, and not by one of them", () => {
    const uncharged = step("told-no-charge", "closed", "2026-07-28");
    const refunded = step("told-refunded", "refund-received", "2026-07-01");
    const over = (state: "closed" | "refund-received", steps: RequestStep[]) =>
      afterClosing(state, steps, day("2026-07-29"))?.over;
    expect(over("closed", [...closed, uncharged])).toBe(false);
    expect(over("refund-received", [...closed, refunded])).toBe(false);
    expect(over("refund-received", [...closed, refunded, uncharged])).toBe(true);
  });

  it("begins anew with a second closing, and is nothing before the first", () => {
    const again = [
      ...closed,
      step("told-no-charge", "closed", "2026-06-30"),
      step("told-closed", "closed", "2026-07-20"),
    ];
    expect(afterClosing("refund-received", again, day("2026-08-20"))).toMatchObject({ over: false });
    expect(afterClosing("sent", closed.slice(0, 1), day("2026-06-22"))).toBeNull();
  });
});

it("a request that is open again after a closing has no time after it", () => {
  const charged = [...closed, step("told-charged", "needs-something", "2026-07-28")];
  expect(afterClosing("needs-something", charged, day("2026-07-29"))).toBeNull();
  // The closing itself counts, not what came after it.
  expect(
    afterClosing("closed", [...closed, step("probe-refused", "closed", "2026-07-01")], day("2026-07-02")),
  ).toMatchObject({ closedOn: day("2026-06-22") });
});

it("a history that never says when it closed has none either", () => {
  expect(afterClosing("closed", [], day("2026-07-29"))).toBeNull();
});

describe("the next time to ask", () => {
  const now = Temporal.Instant.from("2026-06-21T09:00:00Z");
  const hours = (failures: number | null) => nextCheck(now, failures).nextAt.since(now).total("hours");

  it("is the next day after an answer, and doubles up to a day after failures", () => {
    expect(hours(null)).toBe(20);
    expect([0, 1, 2, 3, 4, 5, 6, 1_000].map(hours)).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
    expect(nextCheck(now, 3).failures).toBe(4);
    expect(nextCheck(now, null).failures).toBe(0);
  });
});
