import { describe, expect, it } from "vitest";
import { homeHeadline } from "#app/http/home-headline.ts";
import { translatorFor } from "#app/messages/messages.server.ts";

describe("Home's first sentence", () => {
  it.each([
    ["open", null, "known", "home.openNext"],
    ["open", "sent", "known", "home.requestPhaseNext"],
    ["open", "ready", "unknown", "home.requestPhase"],
    ["unknown", "needs-something", "known", "home.requestPhaseNext"],
    ["unknown", "rejected", "known", "home.requestPhaseNext"],
    ["open", null, "unknown", "home.openNone"],
    ["open", null, "other", "home.openOther"],
    ["unknown", null, "known", "home.unknownNext"],
    ["unknown", "withdrawn", "unknown", "home.requestPhase"],
    ["unknown", null, "other", "home.unknownOther"],
    ["closed", null, "known", "home.closed"],
    ["closed", "closed", "unknown", "home.closed"],
    ["open", "closed", "known", "home.toldClosedOpen"],
    ["open", "refund-received", "known", "home.toldClosedOpen"],
    ["unknown", "closed", "known", "home.toldClosed"],
  ] as const)("for an account that impact.com calls %s, with a request that is %s: %s, %s", (...row) => {
    const [state, request, fee, headline] = row;
    expect(homeHeadline({ state, request, isProved: true, fee })).toBe(headline);
  });

  it.each([
    ["open", "home.notedClosedOpen"],
    ["unknown", "home.notedClosed"],
  ] as const)(
    "calls a closing noted by phone no evidence, when impact.com calls it %s",
    (state, headline) => {
      expect(homeHeadline({ state, request: "closed", isProved: false, fee: "known" })).toBe(headline);
    },
  );

  it.each([
    ["en", "Starter costs at least US$30 a month"],
    ["zh-CN", "Starter 每月至少 30 美元"],
  ] as const)(
    "never says without the key facts that no charge is ahead: the minimum is, every month (%s)",
    (locale, words) => {
      const { t } = translatorFor(locale);
      expect(t("home.openNone")).toContain(words);
      expect(t("home.unknownNone")).toContain(words);
    },
  );
});
