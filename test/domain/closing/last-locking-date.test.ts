import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { lastLockingDate, parseAccountFile } from "#app/domain/index.ts";

const action = (id: string, locksOn: string | null) => ({
  id,
  program: "Acme",
  partner: "Blog",
  state: "PENDING",
  amount: "100.00",
  payout: "10.00",
  trackedOn: "2026-05-30",
  locksOn,
  reversedOn: null,
  clearedOn: null,
});

function lastLock(actions: unknown) {
  const parsed = parseAccountFile({
    version: 1,
    kind: "brand",
    edition: "starter",
    currency: "USD",
    timeZone: "America/New_York",
    signedUpOn: "2026-05-12",
    trialEndsOn: null,
    minimumFee: null,
    card: { everCharged: null },
    fundingBalance: null,
    actions,
    contracts: null,
    invoices: null,
    catalogs: null,
  });
  if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  return lastLockingDate(parsed.account, Temporal.PlainDate.from("2026-06-01"));
}

it.each([
  [
    "the latest of two pending locks",
    [action("1", "2026-06-20"), action("2", "2026-06-25")],
    { outcome: "on", date: "2026-06-25" },
  ],
  ["nothing pending", [action("1", "2026-05-31")], { outcome: "none" }],
  ["an open-ended lock", [action("1", "2026-06-20"), action("2", null)], { outcome: "unknown" }],
  ["actions nobody could read", null, { outcome: "unknown" }],
])("says what the last locking date is with %s", (_name, actions, expected) => {
  expect(lastLock(actions)).toEqual(expected);
});
