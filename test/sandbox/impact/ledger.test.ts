import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { ledgerOf } from "#sandbox/impact/derive/ledger.ts";
import { viewAt } from "#sandbox/impact/derive/view.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { noChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";
import { anAccount, anAction } from "#test/sandbox/impact/account.ts";

const view = (account: PreparedAccount | undefined, day: string) => {
  if (!account) throw new Error("no such account");
  const nowMs = Temporal.Instant.from(`${day}T13:00:00Z`).epochMilliseconds;
  return viewAt(account, noChanges(), nowMs);
};
const lines = (account: PreparedAccount | undefined, day: string) =>
  ledgerOf(view(account, day)).lines.map(({ on, kind, amount, balance }) => [on, kind, amount, balance]);

const [story, busy] = demoAccounts();

it("moves the story's money as S3's worked example does", () => {
  expect(lines(story, "2026-07-02")).toEqual([
    ["2026-05-30", "card", 7_500, 7_500],
    ["2026-06-20", "partner-cost", -7_500, 0],
    ["2026-07-01", "card", 3_000, 3_000],
    ["2026-07-02", "fee", -3_000, 0],
  ]);
});

it("goes on charging the minimum every month when nothing else happens", () => {
  // 1 August, 1 September: 30 each, charged on the 1st and deducted on the 2nd.
  expect(lines(story, "2026-09-02").slice(4)).toEqual([
    ["2026-08-01", "card", 3_000, 3_000],
    ["2026-08-02", "fee", -3_000, 0],
    ["2026-09-01", "card", 3_000, 3_000],
    ["2026-09-02", "fee", -3_000, 0],
  ]);
});

it("does not charge the card for less than 30", () => {
  const account = { signedUpOn: "2026-05-01" };
  const actions = [anAction({ payout: "29.99", trackedOn: "2026-05-10" })];
  expect(lines(anAccount({ account, actions }), "2026-05-12")).toEqual([]);
  const more = [...actions, anAction({ payout: "0.01", trackedOn: "2026-05-11" })];
  expect(lines(anAccount({ account, actions: more }), "2026-05-12")).toEqual([
    ["2026-05-11", "card", 3_000, 3_000],
  ]);
});

it("leaves what the card paid for a reversed action in the account", () => {
  const account = { signedUpOn: "2026-05-01" };
  const actions = [anAction({ payout: "50.00", trackedOn: "2026-05-02", reversedOn: "2026-05-05" })];
  expect(ledgerOf(view(anAccount({ account, actions }), "2026-05-20")).balance).toBe(5_000);
});

it("takes 2.5 % of the revenue locked in the month before when that is more than the minimum", () => {
  const account = { signedUpOn: "2026-03-15" };
  const actions = [
    anAction({ amount: "2000.00", payout: "100.00", trackedOn: "2026-04-02", locksOn: "2026-04-20" }),
  ];
  // 2.5 % of 2,000.00 = 50.00, charged on 1 May: the first fee of a sign-up in March.
  expect(lines(anAccount({ account, actions }), "2026-05-02").slice(-2)).toEqual([
    ["2026-05-01", "card", 5_000, 5_000],
    ["2026-05-02", "fee", -5_000, 0],
  ]);
});

it("keeps the busy account's balance at or above zero, with fees over the minimum in most months", () => {
  const ledger = ledgerOf(view(busy, "2027-12-31"));
  const fees = ledger.lines.filter(({ kind }) => kind === "fee").map(({ amount }) => -amount);
  expect(fees).toHaveLength(26);
  expect(fees.filter((fee) => fee > 2_800).length).toBeGreaterThan(20);
  expect(fees).toContain(2_800);
  expect(Math.min(...ledger.lines.map(({ balance }) => balance))).toBeGreaterThanOrEqual(0);
});

it("gives the busy account a full history on the demo's first day", () => {
  const today = view(busy, "2026-05-12");
  const count = (status: string) => today.contracts.filter((row) => row.status === status).length;
  expect(["ACTIVE", "UPCOMING", "PENDING", "EXPIRED"].map(count)).toEqual([30, 3, 3, 4]);
  expect(new Set(today.actions.map(({ state }) => state))).toEqual(
    new Set(["PENDING", "APPROVED", "REVERSED"]),
  );
  const states = today.invoices.map(({ status }) => status);
  expect(states.filter((status) => status === "OVERDUE")).toHaveLength(2);
  expect(states).toContain("PENDING");
  expect(states).toContain("PAID");
  expect(today.actions.some(({ locksOn }) => locksOn !== null && locksOn > "2026-10-01")).toBe(true);
});

it("generates the same busy account every time", () => {
  expect(demoAccounts()[1]?.seed).toEqual(busy?.seed);
});
