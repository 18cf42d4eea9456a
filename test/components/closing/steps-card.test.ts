import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { StepsCard } from "#app/components/closing/steps-card.tsx";
import type { TaskKey } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { morePlaces, taskLink } from "#app/services/closing/impact-links.ts";
import { markupOf } from "../text-of.ts";

const APP = "https://app.impact.com";
const card = (task: TaskKey, locale: Locale) => {
  const places = morePlaces(task, APP);
  const markup = markupOf(
    createElement(StepsCard, { task, link: taskLink(task, APP), places, partnerComment: null }),
    locale,
  );
  const links = [...markup.matchAll(/href="([^"]+)"[^>]*>(?:<[^>]+>)*([^<]*)/g)];
  return { markup, links: Object.fromEntries(links.map(([, href = "", text = ""]) => [text, href])) };
};

// H49 gives both screens an address, H50 the overview, S0 the report.
const PARTNERS = `${APP}/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml`;
const CREATORS = `${APP}/secure/advertiser/engage/discover/radius/fr/partner_ui.ihtml`;
const REPORT = `${APP}/secure/advertiser/engage/additionalreports/report/viewReport.report?id=65`;
const OVERVIEW = `${APP}/secure/advertiser/finance/fr/finance-overview.ihtml`;

describe("the way to a task in impact.com (D10, fault 19)", () => {
  it.each([
    [
      "en",
      "Open in impact.com",
      "If your menu has no Partners screen, open Creators.",
      "Reverse all existing pending actions",
    ],
    ["zh-CN", "在 impact.com 中打开", "请打开 Creators", "撤销所有现有待处理操作"],
  ] as const)(
    "leads to Partners and to Creators, and says what to leave off (%s)",
    (locale, open, creators, reverse) => {
      const { markup, links } = card("expire-contracts", locale);
      expect(links).toEqual({ [open]: PARTNERS, Creators: CREATORS });
      expect(markup).toContain(creators);
      expect(markup).toContain(reverse);
      expect(card("pay-actions", locale).links["Pending Actions Payout"]).toBe(REPORT);
      expect(card("cover-required-funding", locale).links[open]).toBe(OVERVIEW);
    },
  );
});
