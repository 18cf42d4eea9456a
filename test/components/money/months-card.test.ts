import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { MonthsCard } from "#app/components/money/months-card.tsx";
import { MonthsChart } from "#app/components/money/months-chart.tsx";
import { previewReport } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { textOf } from "../text-of.ts";

/** An account with four full months behind it. */
function saidOf(actions: ReturnType<typeof anAction>[], locale: Locale): string {
  const account = anAccount({ signedUpOn: "2026-01-12", contracts: null, actions });
  const preview = previewReport(account, { on: date("2026-06-15"), months: 12 });
  expect(preview.usualMonth?.from).toBe("history");
  return textOf(createElement(MonthsCard, { preview }), locale);
}

describe("the range of twelve months", () => {
  const large = anAction({ trackedOn: "2026-03-01", locksOn: "2026-03-20", amount: "400000.00" });

  it.each([
    ["en", /Between (\S+) and (\S+) if months vary as they did\./],
    ["zh-CN", /如各月变动与过去相同，在 (\S+) 与 (\S+) 之间。/],
  ] as const)(
    "is no range where no month varied, and one of two amounts where one did (%s)",
    (locale, range) => {
      const [, low, high] = range.exec(saidOf([large], locale)) ?? [];
      expect([low, high, low === high]).toEqual([expect.any(String), expect.any(String), false]);
      // No month locked anything: each of the twelve is the minimum, 12 × 30.00.
      const flat = saidOf([], locale);
      expect(flat).not.toMatch(range);
      expect(flat).toContain("$360.00|$360.00|");
      expect(flat).not.toContain("$360.00 to $360.00");
    },
  );

  it.each([
    ["en", "12 months, if months vary as they did", "|12 months|"],
    ["zh-CN", "12 个月（如各月变动与过去相同）", "|12 个月|"],
  ] as const)("is not spoken of where there is too little history for it (%s)", (locale, varying, plain) => {
    expect(saidOf([large], locale)).toContain(`|${varying}|`);
    const preview = previewReport(anAccount({ actions: [] }), { on: date("2026-07-02"), months: 12 });
    const said = textOf(createElement(MonthsCard, { preview }), locale);
    expect(said).toContain(plain);
    expect(said).not.toContain(varying);
  });

  it.each(["en", "zh-CN"] as const)("has no commission of about nothing (%s)", (locale) => {
    expect(saidOf([large], locale)).not.toMatch(/(about|约) \$0\.00/);
  });
});

describe("the picture of twelve months", () => {
  it("leaves an amount to its table where it would lie on the name of the past", () => {
    const preview = previewReport(anAccount({ actions: [] }), { on: date("2026-07-02"), months: 12 });
    const texts = textOf(createElement(MonthsChart, { preview, finding: "" }), "en").split("|");
    // In the widest picture June's fee, in both wide ones the minimum beside the plot, on a phone neither.
    expect(texts.filter((text) => text === "$30.00")).toHaveLength(3);
  });
});
