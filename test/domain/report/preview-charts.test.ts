import { describe, expect, it } from "vitest";
import { ofStory, ofSummer } from "./a-preview.ts";

describe("what the charts of the preview show", () => {
  it("is every fee so far, and their sum", () => {
    expect(ofSummer("2026-09-01").past).toEqual({
      fees: [
        { month: "2026-06", chargedOn: "2026-07-01", fee: "50.00" },
        { month: "2026-07", chargedOn: "2026-08-01", fee: "100.00" },
        { month: "2026-08", chargedOn: "2026-09-01", fee: "150.00" },
      ],
      sum: "300.00",
    });
  });

  it("is what the fee comes to day by day, beside the month before, and when it passes the minimum", () => {
    const { buildUp } = ofSummer("2026-08-20");
    expect(buildUp?.days).toHaveLength(31);
    expect(buildUp?.days[13]).toEqual({ date: "2026-08-14", base: "0.00", share: "0.00" });
    expect(buildUp?.days[14]).toEqual({ date: "2026-08-15", base: "6000.00", share: "150.00" });
    expect(buildUp?.before?.[14]).toEqual({ date: "2026-07-15", base: "4000.00", share: "100.00" });
    expect(buildUp?.crossesOn).toBe("2026-08-15");
  });

  it("has no day of passing the minimum while none is known, and no month before the first", () => {
    expect(ofStory("2026-06-25").buildUp).toMatchObject({ crossesOn: null, before: null });
    expect(ofStory("2026-06-25", {}, { actions: null }).buildUp).toBeNull();
  });

  it("is each edition's fee over a month's revenue", () => {
    expect(ofStory("2026-06-05").editionLines).toEqual([
      {
        edition: "starter",
        points: [
          { revenue: "0.00", fee: "30.00" },
          { revenue: "1000.00", fee: "30.00" },
          { revenue: "1200.00", fee: "30.00" },
          { revenue: "1700.00", fee: "42.50" },
        ],
      },
      {
        edition: "starter-agency",
        points: [
          { revenue: "0.00", fee: "30.00" },
          { revenue: "1000.00", fee: "30.00" },
          { revenue: "1700.00", fee: "30.00" },
        ],
      },
      {
        edition: "essentials",
        points: [
          { revenue: "0.00", fee: "500.00" },
          { revenue: "1000.00", fee: "500.00" },
          { revenue: "1700.00", fee: "500.00" },
        ],
      },
    ]);
    expect(ofStory("2026-06-05", {}, { actions: null }).editionLines).toBeNull();
  });
});

describe("what the plans are compared by", () => {
  it("is a usual month of the history, or this one", () => {
    expect(ofSummer("2026-09-01").usualMonth).toEqual({
      revenue: "4000.00",
      payout: "400.00",
      from: "history",
    });
    expect(ofStory("2026-06-05").usualMonth).toEqual({
      revenue: "1000.00",
      payout: "75.00",
      from: "this-month",
    });
    expect(ofStory("2026-06-05", {}, { actions: null }).usualMonth).toBeNull();
  });

  it("gives each plan's fee, minimum and buffer", () => {
    expect(ofSummer("2026-09-01").plans).toEqual([
      {
        edition: "starter",
        version: "1",
        current: true,
        fee: "100.00",
        minimumFee: "30.00",
        buffer: "0.00",
        note: { id: "core.plan.starter" },
      },
      {
        edition: "starter-agency",
        version: "1",
        current: false,
        fee: "80.00",
        minimumFee: "30.00",
        buffer: "50.00",
        note: { id: "core.plan.starter-agency" },
      },
      {
        edition: "essentials",
        version: "1",
        current: false,
        fee: "500.00",
        minimumFee: "500.00",
        buffer: "50.00",
        note: { id: "core.plan.essentials" },
      },
    ]);
    expect(ofSummer("2026-09-01")).toMatchObject({
      breakEvenRevenue: "1200.00",
      firstFee: { earliest: "2026-07-01", expected: "2026-07-01" },
    });
  });
});
