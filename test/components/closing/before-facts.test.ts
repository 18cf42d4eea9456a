import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { BeforeFacts } from "#app/components/closing/before-facts.tsx";
import { type StandingReport, standingReport } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { textOf } from "../text-of.ts";

const saidOf = (standing: StandingReport | null, locale: Locale) =>
  textOf(
    createElement(BeforeFacts, {
      view: {
        ...{ closed: false, unproved: false, goesOn: "brand", email: null, mailStoppedAt: null },
        ...{ timeZone: "Europe/Berlin", today: "2026-08-10", standing, earliest: null, contracts: 2 },
        request: null,
      },
    }),
    locale,
  );

describe("what Before you uninstall says it costs", () => {
  // 2.5 % of 4,000 in June, the minimum in May and July: 160 ÷ 3 = 53.33 a month, where the minimum is 27.00.
  const actions = [anAction({ trackedOn: "2026-06-01", locksOn: "2026-06-20", amount: "4000.00" })];
  const file = { currency: "EUR", signedUpOn: "2026-04-12", fundingBalance: null, minimumFee: null } as const;

  it.each([
    [
      "en",
      /at least about €[\d.]+ a month, at least about €[\d.]+ a year/,
      /The last 3 full months cost about €[\d.]+ a month in fees/,
    ],
    ["zh-CN", /每月至少约 €[\d.]+，每年至少约 €[\d.]+/, /最近 3 个完整月份的费用平均每月约 €[\d.]+/],
  ] as const)(
    "is at least about a minimum that was converted, and what it cost lately beside it (D3, fault 4, %s)",
    (locale, minimum, lately) => {
      const standing = standingReport(anAccount({ ...file, actions }), { on: date("2026-08-10") });
      const said = saidOf(standing, locale);
      expect(said).toMatch(minimum);
      expect(said).toMatch(lately);
    },
  );

  it.each([
    ["en", "|impact.com charges at least the minimum fee each month until it closes the account.|"],
    ["zh-CN", "|在关闭账户之前，impact.com 每月至少收取最低费用。|"],
  ] as const)(
    "is at least the minimum each month where no key fact is known (fault 9, %s)",
    (locale, least) => {
      expect(saidOf(null, locale)).toContain(least);
    },
  );
});
