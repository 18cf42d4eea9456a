import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isMailHour } from "#app/domain/index.ts";
import { date } from "#test/factories/account.ts";

// Of the ten hours from eight, this store's moment is 24,036 seconds in: 14:40:36 (spread.test.ts).
const SHOP = "flower-pots.myshopify.com";
const days = { firstDay: date("2026-06-24"), lastDay: date("2026-06-30") };
const may = (local: string, between = days) =>
  isMailHour(SHOP, Temporal.PlainDateTime.from(local).toZonedDateTime("America/New_York"), between);

describe("a reminder of seven days", () => {
  it.each([
    ["2026-06-24T14:40:35", false],
    ["2026-06-24T14:40:36", true],
    ["2026-06-24T19:59:59", true],
    ["2026-06-24T20:00", false],
  ])("waits on its first day for the store's own moment (%s: %s)", (local, written) => {
    expect(may(local)).toBe(written);
  });

  it.each([
    ["2026-06-25T07:59:59", false],
    ["2026-06-25T08:00", true],
    ["2026-06-25T19:59:59", true],
    ["2026-06-25T20:00", false],
  ])("is caught up on a later day from eight until eight (%s: %s)", (local, written) => {
    expect(may(local)).toBe(written);
  });

  it.each([
    ["2026-06-30T07:59:59", false],
    ["2026-06-30T08:00", true],
    ["2026-06-30T23:59:59", true],
  ])("is written on its last day at any later hour (%s: %s)", (local, written) => {
    expect(may(local)).toBe(written);
  });
});

it("has no end on a day that is the first and the last, but a beginning", () => {
  const one = { firstDay: date("2026-06-24"), lastDay: date("2026-06-24") };
  expect(may("2026-06-24T14:40:35", one)).toBe(false);
  expect(may("2026-06-24T23:00", one)).toBe(true);
});
