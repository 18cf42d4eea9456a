import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type BrandVerdict, brandFacts, leadFact } from "#app/components/closing/brand-facts.ts";
import { PartnerMoney } from "#app/components/closing/partner-money.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { closingOutlook, closureReport, leftCounts } from "#app/domain/index.ts";
import { LOCALES } from "#app/messages/locales.ts";
import { messagesOf, translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

/** Two actions still to lock, seen on a day. */
function verdictOf(known: Partial<Pick<BrandVerdict, "outlook">> = {}): BrandVerdict {
  const account = anAccount({
    actions: [
      anAction({ id: "1", locksOn: "2026-06-20" }),
      anAction({ id: "2", locksOn: "2026-07-10", trackedOn: "2026-06-01" }),
    ],
  });
  const on = date("2026-06-05");
  const { earliestClosing, refund } = closureReport(account, { on });
  return {
    today: "2026-06-05",
    earliest: earliestClosing.date,
    because: earliestClosing.because,
    refund,
    explained: true,
    outlook: closingOutlook(account, { on }),
    counts: leftCounts(account, { on, statement: true }),
    ...known,
  };
}

describe("the closing's first card", () => {
  it.each([
    ["en", "Fri, Jul 10", "The last of 2 pending actions locks that day."],
    ["zh-CN", "7月10日（周五）", "2 个待处理行动中的最后一个在当天锁定。"],
  ] as const)("says in %s that pending actions delay it, and until when (S0)", (locale, day, sentence) => {
    const fact = leadFact(verdictOf(), translatorFor(locale));
    expect(fact.value).toMatchObject({ text: day });
    expect(fact.notes).toContain(sentence);
  });

  it.each([
    ["en", "Its example: (20,000 − 17,500) × 15.4% = 385."],
    ["zh-CN", "其示例：(20,000 − 17,500) × 15.4% = 385。"],
  ] as const)(
    "shows in %s the published formula where an edition's fees are not known (D24, H51)",
    (locale, words) => {
      const [fees] = brandFacts(verdictOf({ outlook: null }), translatorFor(locale));
      expect(fees?.notes.join(" ")).toContain(words);
      expect(
        brandFacts(verdictOf(), translatorFor(locale))
          .flatMap(({ notes }) => notes)
          .join(" "),
      ).not.toContain(words);
    },
  );
});

it.each(LOCALES)(
  "a partner's list in %s says what is earned, paid out, deducted and lost (D20, D24)",
  (locale) => {
    const markup = renderToStaticMarkup(
      createElement(
        TranslatorProvider,
        { locale, messages: messagesOf(locale) },
        createElement(PartnerMoney),
      ),
    );
    const rows = [...markup.matchAll(/<dt>(.*?)<\/dt><dd><b>(.*?)<\/b>/g)].map(([, what, becomes]) => [
      what,
      becomes,
    ]);
    expect(rows).toEqual(ROWS[locale]);
  },
);

const ROWS = {
  en: [
    ["Actions that still lock", "still earned"],
    ["Balance at your withdrawal threshold or more", "paid out automatically"],
    ["Balance below it", "you choose"],
    ["Not payable for 6 months", "$10.00 a month"],
    ["Earnings after closing", "not paid"],
  ],
  "zh-CN": [
    ["尚未锁定的行动", "仍会到账"],
    ["余额达到自动提现阈值", "自动支付"],
    ["余额低于阈值", "由您选择"],
    ["连续 6 个月无法支付", "每月 $10.00"],
    ["关闭后的收入", "不支付"],
  ],
};
