import { expect, it } from "vitest";
import { shareOf } from "#app/domain/index.ts";

// FNV-1a of 32 bits, its high bits folded in twice, worked out outside the app. A release that gave other numbers would
// read every store at another time of its night and remind it at another time of its day.
it.each([
  ["flower-pots.myshopify.com", 36_000, 24_036],
  ["flower-pots.myshopify.com", 14_400, 9_636],
  ["shop-1.myshopify.com", 14_400, 1_258],
  ["shop-2.myshopify.com", 14_400, 4_135],
  ["", 14_400, 1_614],
])("gives %s of %i always %i", (shop, range, share) => {
  expect(shareOf(shop, range)).toBe(share);
});

it("leaves nothing to choose between where there is one place or none", () => {
  expect([0, 1].map((range) => shareOf("shop-1.myshopify.com", range))).toEqual([0, 0]);
});

it("tells two places apart", () => {
  expect(["shop-1.myshopify.com", "shop-2.myshopify.com"].map((shop) => shareOf(shop, 2))).toEqual([0, 1]);
});

it("spreads stores whose names differ in a number evenly", () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let shop = 0; shop < 1_000; shop += 1) {
    const tenth = shareOf(`shop-${shop}.myshopify.com`, 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const stores of tenths) expect(stores).toSatisfy((count: number) => count >= 60 && count <= 140);
});
