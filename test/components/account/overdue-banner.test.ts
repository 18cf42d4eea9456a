import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { OverdueBanner } from "#app/components/account/overdue-banner.tsx";
import { standingReport } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { markupOf, textOf } from "../text-of.ts";

const invoices = ["2026-02-01", "2026-03-01", "2026-04-01"].map((dueOn, index) => ({
  ...{ id: `I-${index}`, dueOn, total: "328.00", status: "OVERDUE" as const, paidOn: null },
}));
const banner = (on: string, file: Parameters<typeof anAccount>[0]) =>
  createElement(OverdueBanner, { overdue: standingReport(anAccount(file), { on: date(on) }) });
const said = (on: string, locale: Locale) => textOf(banner(on, { invoices }), locale);

describe("what is overdue, at the top of Home and Close account (fault 6)", () => {
  // 60 days after 1 February end with 2 April.
  it.each([
    [
      "en",
      "|$984.00 overdue, the oldest of 3 invoices since Sun, Feb 1, 2026|",
      "More than 60 days overdue. Since Fri, Apr 3, 2026, impact.com can suspend the account",
      "From Fri, Apr 3, 2026 on, payments are more than 60 days overdue. impact.com then suspends the account",
      "See overdue invoices",
    ],
    [
      "zh-CN",
      "|逾期 $984.00：3 张合作伙伴发票，最早的自 2026年2月1日（周日）起|",
      "逾期超过 60 天。自 2026年4月3日（周五）起，impact.com 可以暂停账户",
      "自 2026年4月3日（周五）起，款项逾期超过 60 天。impact.com 届时会暂停账户",
      "查看逾期发票",
    ],
  ] as const)(
    "is told with its sum, since when, what follows after 60 days, and where (%s)",
    (locale, sum, over, ahead, link) => {
      const late = said("2026-05-12", locale);
      expect(late).toContain(sum);
      expect(late).toContain(over);
      expect(late).toContain(link);
      expect(said("2026-04-02", locale)).toContain(ahead);
      expect(markupOf(banner("2026-05-12", { invoices }), locale)).toContain(
        'href="/app/close/settle-invoices"',
      );
    },
  );

  it("is nothing where every invoice is paid or still to come", () => {
    const paid = invoices.map((each) => ({ ...each, status: "PAID" as const, paidOn: each.dueOn }));
    expect(said("2026-01-31", "en")).not.toContain("overdue");
    expect(textOf(banner("2026-05-12", { invoices: paid }))).not.toContain("overdue");
  });
});
