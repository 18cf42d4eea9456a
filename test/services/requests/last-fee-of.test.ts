import { describe, expect, it } from "vitest";
import { lastFeeOn } from "#app/services/requests/last-fee-of.ts";
import { date } from "#test/factories/account.ts";

const on = (kind: "brand" | "partner" | "agency", closedOn: string, signedUpOn?: string) =>
  lastFeeOn({ kind, facts: signedUpOn === undefined ? {} : { signedUpOn } }, date(closedOn));

describe("the day of the last fee that Home names after a closing", () => {
  it("is the 1st after the month of closing, which counts as a whole (G27)", () => {
    expect(on("brand", "2026-07-10", "2026-05-12")).toBe("2026-08-01");
    expect(on("brand", "2026-12-31", "2026-05-12")).toBe("2027-01-01");
  });

  it("is none where no fee comes: under thirty days, in the part-month of the sign-up, of a partner or an agency", () => {
    expect(on("brand", "2026-07-03", "2026-06-05")).toBeNull();
    expect(on("brand", "2026-05-31", "2026-05-01")).toBeNull();
    expect(on("partner", "2026-07-10", "2026-05-12")).toBeNull();
    expect(on("agency", "2026-07-10", "2026-05-12")).toBeNull();
  });

  it("may come where nobody told when the account was signed up", () => {
    expect(on("brand", "2026-07-10")).toBe("2026-08-01");
  });
});
