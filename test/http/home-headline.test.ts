import { describe, expect, it } from "vitest";
import { homeHeadline } from "#app/http/home-headline.ts";

describe("Home's first sentence", () => {
  it.each([
    ["open", null, true, "home.openNext"],
    ["open", "sent", true, "home.openNext"],
    ["open", null, false, "home.openNone"],
    ["unknown", null, true, "home.unknownNext"],
    ["unknown", "withdrawn", false, "home.unknownNone"],
    ["closed", null, true, "home.closed"],
    ["closed", "closed", false, "home.closed"],
    ["open", "closed", true, "home.toldClosedOpen"],
    ["open", "refund-received", true, "home.toldClosedOpen"],
    ["unknown", "closed", true, "home.toldClosed"],
  ] as const)("for an account that impact.com calls %s, with a request that is %s: %s, %s", (...row) => {
    const [state, request, hasNextCharge, headline] = row;
    expect(homeHeadline({ state, request, hasNextCharge })).toBe(headline);
  });
});
