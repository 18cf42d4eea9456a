import { describe, expect, it } from "vitest";
import { accountOnPath, CLOSING_PATHS, closureReport, feesKnown } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const listOf = (route: (typeof CLOSING_PATHS)[number]) =>
  closureReport(accountOnPath(anAccount(), route), { on: date("2026-06-05") }).checklist.map(
    ({ key }) => key,
  );

describe("the account on its way out", () => {
  it("has the checklist of its way", () => {
    expect(listOf("starter-ticket")).toContain("pay-actions");
    expect(listOf("brand-ticket")).toContain("withdraw-switches");
    expect(listOf("partner-ticket")).toContain("paystub-or-forfeit");
  });

  it("has a refund day only where a help page gives one (S0)", () => {
    const account = anAccount({ actions: [] });
    const dayOn = (route: "starter-ticket" | "brand-ticket") => {
      const { earliestClosing, refund } = closureReport(accountOnPath(account, route), {
        on: date("2026-06-05"),
      });
      return { closes: earliestClosing.date, refundBy: refund.refundBy };
    };
    // Ten business days; 16 June is a holiday in South Africa, 19 June one in the US.
    expect(dayOn("starter-ticket")).toEqual({ closes: "2026-06-05", refundBy: "2026-06-23" });
    expect(dayOn("brand-ticket")).toEqual({ closes: "2026-06-05", refundBy: null });
  });

  it("knows nothing of a partner's funds from what was read of a brand", () => {
    expect(accountOnPath(anAccount(), "partner-ticket")).toMatchObject({
      kind: "partner",
      actions: null,
      contracts: null,
      fundingBalance: null,
    });
  });

  it("has fees only where its own plan is known", () => {
    expect(CLOSING_PATHS.map((route) => feesKnown(anAccount(), route))).toEqual([true, true, false, false]);
    expect(feesKnown(anAccount({ edition: "essentials" }), "brand-ticket")).toBe(true);
  });
});
