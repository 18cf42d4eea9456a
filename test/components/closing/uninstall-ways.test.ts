import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { UninstallWays } from "#app/components/closing/uninstall-ways.tsx";
import type { BeforeUninstallView } from "#app/services/uninstall/show-before-uninstall.server.ts";
import { markupOf } from "../text-of.ts";

const view = (goesOn: BeforeUninstallView["goesOn"]): BeforeUninstallView => ({
  ...{ closed: false, unproved: false, goesOn, email: "owner@acme-outdoor.example", mailStoppedAt: null },
  ...{ timeZone: "America/New_York", today: "2026-06-05", standing: null, earliest: null, contracts: null },
  request: null,
});

describe("the ways on Before you uninstall", () => {
  it.each([
    ["en", "Close an agency’s brands one by one", "Close account", "Review request"],
    ["zh-CN", "逐个关闭代理商的品牌", "关闭账户", "检查申请"],
  ] as const)(
    "lead an agency to its brands, and to no request that impact.com does not take (%s)",
    (locale, point, close, review) => {
      const ofAgency = markupOf(createElement(UninstallWays, { view: view("agency") }), locale);
      expect(ofAgency).toContain(point);
      expect(ofAgency).toContain('href="/app/close"');
      expect(ofAgency).toContain(close);
      expect(ofAgency).not.toMatch(new RegExp(`/app/close/review|${review}`));
      const ofBrand = markupOf(createElement(UninstallWays, { view: view("brand") }), locale);
      expect(ofBrand).toContain('href="/app/close/review"');
      expect(ofBrand).toContain(review);
      expect(ofBrand).not.toContain(point);
    },
  );

  // By email or by hand impact.com answers the merchant, and Settled never sees it.
  it.each([
    ["en", "Settled follows the request", "shows the answer"],
    ["zh-CN", "Settled 跟进申请", "显示答复"],
  ] as const)("promise no answer that Settled may not get (%s)", (locale, follows, shows) => {
    const request = { reference: "SET-7KQ2-M9XD", phase: "sent" as const, nextOn: null };
    for (const each of [view("brand"), { ...view("brand"), request }]) {
      const markup = markupOf(createElement(UninstallWays, { view: each }), locale);
      expect(markup).toContain(follows);
      expect(markup).not.toContain(shows);
    }
  });
});
