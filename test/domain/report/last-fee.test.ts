import { describe, expect, it } from "vitest";
import { lastFee } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Parameters<typeof anAccount>[0];
const closed = (on: string, closedOn: string, file: File = {}) =>
  lastFee(anAccount(file), { on: date(on), closedOn: date(closedOn) });

describe("the last fee of a closed account (G27)", () => {
  it("covers the month of closing, whatever day of it the account was closed on", () => {
    const july = { amount: "30.00", date: "2026-08-01", coveredMonth: "2026-07" };
    expect(closed("2026-07-10", "2026-07-10")).toMatchObject(july);
    expect(closed("2026-07-31", "2026-07-31")).toMatchObject(july);
    // A month later it is still the one of July.
    expect(closed("2026-08-20", "2026-07-10")).toMatchObject(july);
    expect(closed("2026-08-01", "2026-08-01")).toMatchObject({ date: "2026-09-01", coveredMonth: "2026-08" });
  });

  it("is more than the minimum where actions locked for more", () => {
    const actions = [anAction({ trackedOn: "2026-06-10", locksOn: "2026-07-05", amount: "20000.00" })];
    // 2.5 % of 20,000.00.
    expect(closed("2026-08-20", "2026-07-10", { actions })?.amount).toBe("500.00");
  });

  it("is none in the part-month of the sign-up, which has no fee (S3)", () => {
    expect(closed("2026-05-31", "2026-05-31", { signedUpOn: "2026-05-01" })).toBeNull();
  });

  it("is not announced while impact.com refunds fees too: under 30 days, both ends counted (S0, A; G23)", () => {
    expect(closed("2026-07-03", "2026-07-03", { signedUpOn: "2026-06-05" })).toBeNull();
    expect(closed("2026-07-04", "2026-07-04", { signedUpOn: "2026-06-05" })).toMatchObject({
      coveredMonth: "2026-07",
    });
  });

  it("is none of a partner's account, which pays no fee (S2)", () => {
    expect(closed("2026-07-10", "2026-07-10", { kind: "partner" })).toBeNull();
  });
});
