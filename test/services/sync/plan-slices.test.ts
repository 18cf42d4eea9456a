import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ActionSlice } from "#app/ports/index.ts";
import { planEverything, planUpdate } from "#app/services/sync/plan-slices.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const PROGRAM = [{ id: "1000", name: "Acme", state: "ACTIVE" as const }];
const TODAY = date("2026-06-21");

/** From and to of each list, windows joined. */
const spans = (slices: ActionSlice[]) => {
  const lists = [...new Set(slices.map(({ list }) => list))];
  return Object.fromEntries(
    lists.map((list) => {
      const windows = slices.filter((slice) => slice.list === list).map(({ window }) => window);
      return [list, [windows[0]?.from.toString(), windows.at(-1)?.to.toString()]];
    }),
  );
};

// Every span has a day more at both ends, because windows are days of UTC; its end is not part of it.
describe("what is asked of impact.com", () => {
  it("at first is all it still gives: three years back, less a day, and two years of locks ahead", () => {
    const slices = planEverything(PROGRAM, TODAY);
    expect(spans(slices)).toEqual({
      locking: ["2026-06-20", "2028-06-22"],
      tracked: ["2023-06-22", "2026-06-23"],
      "reversals-of-tracked": ["2023-06-22", "2026-06-23"],
    });
    // Locks come first: an action that locks meanwhile is seen again among the tracked ones.
    expect(slices[0]?.list).toBe("locking");
  });

  it("later is what moved since two days before the last reading, and the days with pending actions", () => {
    const pending = { firstTracked: date("2026-05-30"), lastLock: date("2026-08-01") };
    expect(spans(planUpdate(PROGRAM, TODAY, date("2026-06-20"), pending))).toEqual({
      updated: ["2026-06-17", "2026-06-23"],
      locking: ["2026-06-17", "2026-08-03"],
      tracked: ["2026-05-29", "2026-06-23"],
      "reversals-updated": ["2026-06-17", "2026-06-23"],
    });
  });

  it("without anything pending leaves the tracked ones alone, and looks for no lock after today", () => {
    expect(spans(planUpdate(PROGRAM, TODAY, date("2026-06-20"), null))).toEqual({
      updated: ["2026-06-17", "2026-06-23"],
      locking: ["2026-06-17", "2026-06-23"],
      "reversals-updated": ["2026-06-17", "2026-06-23"],
    });
    const past = { firstTracked: date("2026-06-01"), lastLock: date("2026-06-10") };
    expect(spans(planUpdate(PROGRAM, TODAY, date("2026-06-20"), past)).locking).toEqual([
      "2026-06-17",
      "2026-06-23",
    ]);
  });

  it("never reaches further back than impact.com answers, however long ago the last reading was", () => {
    const pending = { firstTracked: date("2020-01-01"), lastLock: null };
    const found = spans(planUpdate(PROGRAM, TODAY, date("2021-01-01"), pending));
    expect([found.updated?.[0], found.tracked?.[0]]).toEqual(["2023-06-22", "2023-06-22"]);
  });

  it("goes for each program by itself", () => {
    const two = [...PROGRAM, { id: "2000", name: "Other", state: "ACTIVE" as const }];
    expect(planEverything(two, TODAY)).toHaveLength(2 * planEverything(PROGRAM, TODAY).length);
  });
});
