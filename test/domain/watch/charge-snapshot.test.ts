import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChargeSnapshot, chargeChange, chargeSnapshotOf } from "#app/domain/index.ts";

const charge: ChargeSnapshot = { minor: 3_000, currency: "USD", on: "2026-07-01" };

describe("the next fee", () => {
  it("is remembered the first time and told when its amount, currency or day is another one", () => {
    expect(chargeChange(null, charge)).toEqual({ outcome: "first", charge });
    expect(chargeChange(charge, { ...charge })).toEqual({ outcome: "unchanged" });
    for (const other of [
      { ...charge, minor: 3_001 },
      { ...charge, currency: "EUR" },
      { ...charge, on: "2026-08-01" },
      { minor: 0, currency: "USD", on: null },
    ])
      expect(chargeChange(charge, other)).toEqual({ outcome: "changed", charge: other });
  });

  it("is never told of when it is not known", () => {
    expect(chargeChange(charge, null)).toEqual({ outcome: "unchanged" });
    expect(chargeChange(null, null)).toEqual({ outcome: "unchanged" });
  });

  it("is told once per change, whatever lies between", () => {
    const charges = fc.array(
      fc.option(
        fc.record({
          minor: fc.nat(3),
          currency: fc.constant("USD"),
          on: fc.constantFrom("2026-07-01", null),
        }),
      ),
    );
    fc.assert(
      fc.property(charges, (all) => {
        let notified: ChargeSnapshot | null = null;
        let changes = 0;
        for (const each of all) {
          const change = chargeChange(notified, each);
          if (change.outcome === "changed") changes += 1;
          if (change.outcome !== "unchanged") notified = change.charge;
        }
        const known = all.filter((each) => each !== null).map((each) => JSON.stringify(each));
        expect(changes).toBe(known.filter((each, index) => index > 0 && each !== known[index - 1]).length);
      }),
    );
  });

  it("is read from the preview in minor units, and is nothing without a day", () => {
    const next = { date: "2026-07-01", amount: "105.00", bound: "about", coveredMonth: "2026-06" } as const;
    const fee = { today: null, next, earlierOn: null };
    expect(chargeSnapshotOf({ fee, currency: "USD" })).toEqual({ ...charge, minor: 10_500 });
    expect(
      chargeSnapshotOf({ fee: { ...fee, next: { ...next, amount: "500" } }, currency: "JPY" })?.minor,
    ).toBe(500);
    expect(chargeSnapshotOf({ fee: { ...fee, next: null }, currency: "USD" })).toEqual({
      minor: 0,
      currency: "USD",
      on: null,
    });
    expect(chargeSnapshotOf({ fee, currency: "PLN" })).toBeNull();
  });
});
