import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { type RequestAhead, stepsAhead } from "#app/messages/request-ahead.ts";

const closed: RequestAhead = {
  today: "2026-07-14",
  clock: { nextOn: null, refundBy: "2026-07-24", askChargeOn: "2026-08-14" },
  expected: null,
  lastFee: {
    amount: "30.00",
    bound: "atLeast",
    date: "2026-08-01",
    coveredMonth: "2026-07",
    currency: "USD",
  },
  earliestClosing: null,
  refundBy: "2026-07-24",
};
const ahead = (change: Partial<RequestAhead> = {}) =>
  stepsAhead({ ...closed, ...change }, translatorFor("en")).map(({ on, title }) => `${on}: ${title}`);

describe("what comes after a closing", () => {
  it("is the refund, the fee of the last month, and a look at the card, each on its day", () => {
    expect(ahead()).toEqual([
      "Fri, Jul 24: Refund due, if money was left",
      "Sat, Aug 1: At least $30.00 is charged for July",
      "Fri, Aug 14: Look at your card",
    ]);
  });

  it("holds no fee that has been charged", () => {
    expect(ahead({ today: "2026-08-01" })).not.toContainEqual(expect.stringContaining("charged for July"));
  });
});
