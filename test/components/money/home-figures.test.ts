import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { HomeFiguresCard } from "#app/components/money/home-figures.tsx";
import { previewReport, standingReport, statementReport } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { textOf } from "../text-of.ts";

type File = Parameters<typeof anAccount>[0];

/** Home's figures of S3's account, or of one a little different, on a day. */
function saidOn(day: string, locale: Locale, file: File = {}): string {
  const account = anAccount(file);
  const on = date(day);
  const { year, past, plan, usualMonth, firstFee } = previewReport(account, { on, months: 12 });
  const { fundingBalance = { amount: "0.00", asOf: "2026-05-12" } } = file ?? {};
  return textOf(
    createElement(HomeFiguresCard, {
      standing: standingReport(account, { on }),
      figures: {
        year,
        firstFeeOn: firstFee.expected,
        lastFee: past.fees.at(-1) ?? null,
        minimum: { fee: plan.minimumFee, from: plan.minimumFeeFrom },
        today: statementReport(account, { from: on, to: on, on, everyDay: true }).days.at(0) ?? null,
        hasHistory: usualMonth?.from === "history",
      },
      balance: fundingBalance,
    }),
    locale,
  );
}

describe("what the card is charged today is on Home today (fault 2)", () => {
  it.each([
    ["en", "|Card charged today: about $75.00|", "|First impact.com fee|", "|Wed, Jul 1, 2026|"],
    ["zh-CN", "|今天信用卡扣款：约 $75.00|", "|首笔 impact.com 费用|", "|2026年7月1日（周三）|"],
  ] as const)("the commissions of 30 May, apart from the fee to come (%s)", (locale, ...parts) => {
    const said = saidOn("2026-05-30", locale);
    for (const part of parts) expect(said).toContain(part);
    expect(saidOn("2026-05-31", locale)).not.toContain(parts[0]);
  });

  it.each([
    ["en", "|impact.com fee, today|", "|Wed, Jul 1, 2026|", "|Next fee: at least $30.00, Sat, Aug 1|"],
    [
      "zh-CN",
      "|今天的 impact.com 费用|",
      "|2026年7月1日（周三）|",
      "|下一笔费用：至少 $30.00，8月1日（周六）|",
    ],
  ] as const)("the fee of 1 July, before the one of August (%s)", (locale, ...parts) => {
    const said = saidOn("2026-07-01", locale);
    for (const part of parts) expect(said).toContain(part);
    expect(saidOn("2026-07-02", locale)).not.toContain(parts[0]);
  });
});

it.each([
  ["en", "|First impact.com fee|", "|Next impact.com fee|"],
  ["zh-CN", "|首笔 impact.com 费用|", "|下一笔 impact.com 费用|"],
] as const)(
  "a fee is the first only in the first months, whether or not actions are read (%s)",
  (locale, first, next) => {
    const unread = { signedUpOn: "2025-09-03", actions: null } as const;
    // Signed up in September 2025: the first fee, of October, came on 1 November.
    expect(saidOn("2025-10-20", locale, unread)).toContain(first);
    expect(saidOn("2026-07-02", locale, unread)).toContain(next);
  },
);

describe("the balance on Home (D4)", () => {
  // 75.00 of 30 May is still to be collected on the day 0.00 is entered: nobody knows the balance better than the merchant.
  const fundingBalance = { amount: "0.00", asOf: "2026-06-10" };

  it.each([
    ["en", "|Funding account|$0.00|You entered this for Jun 10, 2026|", "|Update balance|"],
    ["zh-CN", "|资金账户|$0.00|由您填写，2026年6月10日|", "|更新余额|"],
  ] as const)("is on its own day what was entered, and no estimate (%s)", (locale, entered, update) => {
    const said = saidOn("2026-06-10", locale, { fundingBalance });
    expect(said).toContain(entered);
    expect(said).toContain(update);
  });

  it.each([
    ["en", "|Funding account|about |$75.00|Based on the $0.00 you entered for Jun 10, 2026|"],
    ["zh-CN", "|资金账户|约 |$75.00|按您填写的 2026年6月10日余额 $0.00 计算|"],
  ] as const)("is an estimate from the next day on (%s)", (locale, rolled) => {
    expect(saidOn("2026-06-11", locale, { fundingBalance })).toContain(rolled);
  });
});

describe("what it costs to leave it open (fault 4)", () => {
  const file = { currency: "EUR", signedUpOn: "2026-01-12", minimumFee: null, actions: [] } as const;

  it.each([
    ["en", "at least about €", "at least about €"],
    ["zh-CN", "至少约 €", "至少约 €"],
  ] as const)("keeps 'at least' before a minimum that was converted (D3, %s)", (locale, month, year) => {
    const band = saidOn("2026-02-20", locale, { ...file, actions: [anAction({ payout: "9.00" })] })
      .split("|")
      .find((part) => part.split("€").length > 2);
    expect(band?.split(month)).toHaveLength(3);
    expect(band).toContain(year);
  });
});

it.each([
  ["en", "|about |$0.00|", "|$0.00|Based on"],
  ["zh-CN", "|约 |$0.00|", "|$0.00|按您填写"],
] as const)("a balance that has become nothing is not about nothing (%s)", (locale, never, shown) => {
  // S3's account: what it owed was taken from the balance on 2 July.
  const said = saidOn("2026-07-02", locale);
  expect(said).not.toContain(never);
  expect(said).toContain(shown);
});
