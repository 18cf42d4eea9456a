import { describe, expect, it } from "vitest";
import { isFeeOnly, previewReport } from "#app/domain/index.ts";
import { homeHeadline } from "#app/http/home-headline.ts";
import { anAccount, date } from "#test/factories/account.ts";

describe("Home's first sentence", () => {
  it.each([
    ["open", null, true, "home.openNext"],
    ["open", "sent", true, "home.standingNext"],
    ["open", "ready", false, "home.standing"],
    ["unknown", "needs-something", true, "home.standingNext"],
    ["unknown", "rejected", true, "home.standingNext"],
    ["open", null, false, "home.openNone"],
    ["unknown", null, true, "home.unknownNext"],
    ["unknown", "withdrawn", false, "home.standing"],
    ["unknown", null, false, "home.unknownNone"],
    ["closed", null, true, "home.closed"],
    ["closed", "closed", false, "home.closed"],
    ["open", "closed", true, "home.toldClosedOpen"],
    ["open", "refund-received", true, "home.toldClosedOpen"],
    ["unknown", "closed", true, "home.toldClosed"],
  ] as const)("for an account that impact.com calls %s, with a request that is %s: %s, %s", (...row) => {
    const [state, request, hasNextCharge, headline] = row;
    expect(homeHeadline({ state, request, isProved: true, hasNextCharge })).toBe(headline);
  });

  it.each([
    ["open", "home.notedClosedOpen"],
    ["unknown", "home.notedClosed"],
  ] as const)(
    "calls a closing noted by phone no evidence, when impact.com calls it %s",
    (state, headline) => {
      expect(homeHeadline({ state, request: "closed", isProved: false, hasNextCharge: true })).toBe(headline);
    },
  );

  it.each([
    ["no balance", { fundingBalance: null }, true],
    ["a balance of 0", { fundingBalance: { amount: "0.00", asOf: "2026-05-12" } }, false],
  ])("speaks of a fee, not of a charge, only where the card's part is unknown: %s", (_name, file, isFee) => {
    const { nextCardCharge } = previewReport(anAccount(file), { on: date("2026-06-10") });
    expect(nextCardCharge && isFeeOnly(nextCardCharge)).toBe(isFee);
  });
});
