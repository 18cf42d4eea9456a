import { describe, expect, it } from "vitest";
import { accountOnRoute, CLOSING_ROUTES, closureReport, feesKnown } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const listOf = (route: (typeof CLOSING_ROUTES)[number]) =>
  closureReport(accountOnRoute(anAccount(), route), { on: date("2026-06-05") }).checklist.map(
    ({ key }) => key,
  );

describe("the account on its way out", () => {
  it("has the checklist of its way", () => {
    expect(listOf("starter-ticket")).toContain("pay-actions");
    expect(listOf("brand-ticket")).toContain("withdraw-switches");
    expect(listOf("partner-ticket")).toContain("paystub-or-forfeit");
  });

  it("has fees only where its own plan is known", () => {
    expect(CLOSING_ROUTES.map((route) => feesKnown(anAccount(), route))).toEqual([true, true, false, false]);
    expect(feesKnown(anAccount({ edition: "essentials" }), "brand-ticket")).toBe(true);
  });
});
