import { describe, expect, it } from "vitest";
import { assessPartnerBalance } from "#app/domain/index.ts";

describe("a partner's balance (S2)", () => {
  it.each([
    [null, null, "unknown"],
    [null, 2_000, "unknown"],
    [0, null, "empty"],
    [0, 2_000, "empty"],
    [1, 2_000, "below-threshold"],
    [1_999, 2_000, "below-threshold"],
    [2_000, 2_000, "pays-out"],
    [5_000, 2_000, "pays-out"],
    [1, null, "left"],
  ])("of %j with a threshold of %j stands at %s", (balance, threshold, band) => {
    expect(assessPartnerBalance(balance, threshold)).toEqual({ band });
  });
});
