import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { closureReport, parseAccountFile, RULES_VERSION, rulesChangedSince } from "#app/domain/index.ts";
import { anAccountFile, anAction, date } from "#test/factories/account.ts";

/** Accounts that meet the rules a closing rests on: in the first month, with a balance, with open contracts, of a partner. */
const FILES = [
  anAccountFile({ signedUpOn: "2026-05-12" }),
  anAccountFile({
    signedUpOn: "2026-05-12",
    fundingBalance: { amount: "40.00", asOf: "2026-06-01" },
    actions: [
      anAction({
        id: "1",
        trackedOn: "2026-05-30",
        locksOn: "2026-06-20",
        payout: "75.00",
        amount: "750.00",
      }),
      anAction({
        id: "2",
        trackedOn: "2026-06-10",
        locksOn: "2026-07-20",
        payout: "12.50",
        amount: "250.00",
      }),
    ],
  }),
  anAccountFile({ currency: "EUR", minimumFee: null, fundingBalance: null, signedUpOn: "2026-01-31" }),
  anAccountFile({ kind: "partner" }),
];
const DAYS = ["2026-06-05", "2026-07-02", "2026-11-03"];

/**
 * Red? Then the same account gives other figures than before. If that is meant, add a version with the decision behind it
 * to RULES_VERSIONS, and put the new fingerprint beside it here: packs made before are then told apart from altered ones.
 */
it("gives, under one name, always the same figures", () => {
  const reports = FILES.flatMap((file) => {
    const parsed = parseAccountFile(file);
    if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
    return DAYS.map((on) => closureReport(parsed.account, { on: date(on) }));
  });
  const fingerprint = createHash("sha256").update(JSON.stringify(reports)).digest("hex").slice(0, 16);
  expect([RULES_VERSION, fingerprint]).toEqual(["2026-11-30", "46fdcefcccedba15"]);
});

it("names what changed since a pack was made; of one without a version, everything", () => {
  expect(rulesChangedSince("2026-11-30")).toEqual([]);
  expect(rulesChangedSince(null)).toEqual(["D1", "D4", "D5", "D6", "D7", "D8", "D17", "D18"]);
});
