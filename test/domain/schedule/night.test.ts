import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { catchUpSeconds, nextNight } from "#app/domain/index.ts";

// Of the four hours from one, this store's second is the 9,636th: 03:40:36 (spread.test.ts).
const SHOP = "flower-pots.myshopify.com";
const night = (after: string, zone: string) =>
  nextNight(SHOP, zone, Temporal.Instant.from(after)).toZonedDateTimeISO(zone).toString();

it.each([
  ["before it, tonight", "2026-06-10T07:40:35Z", "2026-06-10T03:40:36-04:00[America/New_York]"],
  ["at it, the next", "2026-06-10T07:40:36Z", "2026-06-11T03:40:36-04:00[America/New_York]"],
  ["after it, the next", "2026-06-10T20:00:00Z", "2026-06-11T03:40:36-04:00[America/New_York]"],
  [
    "late in the day, that of tomorrow there",
    "2026-06-11T03:59:00Z",
    "2026-06-11T03:40:36-04:00[America/New_York]",
  ],
])("reads a store in its own night: %s", (_, after, at) => {
  expect(night(after, "America/New_York")).toBe(at);
});

it("goes by the store's calendar and not by the server's", () => {
  // 20:00 of the 10th in London is 05:00 of the 11th in Tokyo, whose night is over.
  expect(night("2026-06-10T19:00:00Z", "Asia/Tokyo")).toBe("2026-06-12T03:40:36+09:00[Asia/Tokyo]");
});

it.each([
  [0, 0],
  [1, 0],
  [2, 2],
  [101, 200],
  [7_201, 14_400],
  [100_000, 14_400],
])("catches up %i missed stores over %i seconds", (stores, seconds) => {
  expect(catchUpSeconds(stores)).toBe(seconds);
});
