import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Explanation } from "#app/components/account/explanation.tsx";
import { ExplanationSum } from "#app/components/account/explanation-sum.tsx";
import { wentIn } from "#app/components/account/went-in.ts";
import { brandFacts, leadFact } from "#app/components/closing/brand-facts.ts";
import type { Fact } from "#app/components/closing/facts.tsx";
import { trialFacts } from "#app/components/closing/trial-facts.ts";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import {
  type Account,
  closingOutlook,
  closureReport,
  explainFigure,
  leftCounts,
  parseAccountFile,
  standingReport,
} from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";
import { markupOf, textOf } from "../text-of.ts";

const en = translatorFor("en");

function explained(account: Account, on: string, figure: string) {
  const made = explainFigure(account, { on: date(on), figure });
  if (made.outcome !== "explained") throw new Error(`${figure} is no figure.`);
  const assumed = made.assumptions.map((gap) => ({ gap, text: { id: `core.assumption.${gap}` } }));
  return {
    outcome: "explained",
    value: null,
    explanation: made,
    assumed,
    currency: account.currency,
  } satisfies ExplainOutcome;
}

const sumOf = ({ explanation, currency }: ReturnType<typeof explained>) =>
  renderToStaticMarkup(
    createElement(
      TranslatorProvider,
      { locale: "en" },
      createElement(ExplanationSum, { explanation, currency }),
    ),
  );
const amountsIn = (markup: string) =>
  [...markup.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, amount]) => amount);

describe("the sum of an explanation", () => {
  // S3: 75.00 of commissions locked in June, which brought revenue of 750.00; the minimum is more than 2.5 % of it.
  it("goes in rows from what locks to the fee that applies", () => {
    const markup = sumOf(explained(anAccount(), "2026-06-25", "preview.thisMonth.fee.low"));
    expect(markup).toContain("The higher amount applies");
    expect(amountsIn(markup).slice(-2)).toEqual(["$30.00", "$30.00"]);
    expect(markup).not.toContain("The minimum fee is");
  });

  it("draws no amount that the command does not print, whatever the account", () => {
    fc.assert(
      fc.property(accountFiles(), fc.integer({ min: 70, max: 500 }), (file, day) => {
        const parsed = parseAccountFile({ ...file, edition: "starter", minimumFee: "30.00" });
        if (parsed.outcome === "rejected") throw new Error(JSON.stringify(parsed.problems));
        const on = isoAfter(day);
        const { date: earliest } = closureReport(parsed.account, { on: date(on) }).earliestClosing;
        const figures = [
          "preview.thisMonth.fee.low",
          ...(earliest ? [`closure.costToClose.days.${earliest}.net`] : []),
        ];
        for (const figure of figures) {
          const made = explained(parsed.account, on, figure);
          const printed = JSON.stringify(made.explanation)
            .match(/"-?\d+(\.\d+)?"/g)
            ?.map((text) => en.money(text.replaceAll(/["-]/g, ""), made.currency));
          for (const amount of amountsIn(sumOf(made))) expect(printed).toContain(amount);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("the rule behind a row of S3's story (fault 13)", () => {
  const quotesOf = (figure: string, locale: "en" | "zh-CN") => {
    const answer = explained(anAccount(), "2026-07-02", figure);
    const markup = markupOf(createElement(Explanation, { answer }), locale);
    const quotes = [...markup.matchAll(/<blockquote lang="([^"]+)" class="([^"]+)">([^<]*)</g)];
    return { markup, quotes: quotes.map(([, language, kind, text]) => [language, kind, text]) };
  };
  const CHINESE =
    "根据您与合作伙伴在合同中的共同约定，5 月 30 日跟踪到的行动于 6 月 20 日锁定。此时，合作伙伴成本将从您的资金账户中扣减。";

  it("is told in English to who reads English, with impact.com's own Chinese a press away", () => {
    const { markup, quotes } = quotesOf("statement.2026-06-20.deduction", "en");
    // The original is folded: it is not there before somebody presses.
    const [rule, folded] = quotes;
    expect([rule?.slice(0, 2), folded]).toEqual([["en", "why-rule"], undefined]);
    expect(rule?.[2]).toMatch(/the actions tracked on May 30 lock on June 20/);
    expect(rule?.[2]).not.toMatch(/\p{Script=Han}/u);
    expect(markup).toContain("impact.com’s words in Chinese");
  });

  it("is impact.com's own sentence for who reads Chinese", () => {
    const { markup, quotes } = quotesOf("statement.2026-06-20.deduction", "zh-CN");
    expect(quotes).toEqual([["zh-CN", "why-rule", CHINESE]]);
    expect(markup).not.toContain("中文原文");
  });
});

describe("each cell of a ledger's row (fault 13)", () => {
  const said = (figure: string, locale: "en" | "zh-CN") =>
    textOf(createElement(Explanation, { answer: explained(anAccount(), "2026-07-02", figure) }), locale);

  it.each([
    ["en", "|Newly owed|", "|Card charged|", "|From balance|", "|Balance|"],
    ["zh-CN", "|新增应付|", "|信用卡扣款|", "|从余额扣减|", "|余额|"],
  ] as const)(
    "can be asked for where the row's balance is explained, and no other figure has them (%s)",
    (locale, ...cells) => {
      expect(said("statement.2026-07-01.closing", locale)).toContain(cells.join("").replaceAll("||", "|"));
      expect(said("preview.thisMonth.fee.low", locale)).not.toContain(cells[2]);
    },
  );

  it.each([
    ["newlyOwed", "$0.00 + $30.00 = $30.00.", "Your first monthly fee is charged today"],
    ["cardCharge", "$30.00 owed + $0.00 buffer − $0.00 balance = $30.00.", "Automatic card charge: $30"],
  ])("has its own sum and sentence: %s", (column, sum, sentence) => {
    const text = said(`statement.2026-07-01.${column}`, "en");
    expect(text).toContain(sum);
    expect(text).toContain(sentence);
  });

  it("calls a sentence with the example's own days an example, and a rule a rule", () => {
    expect(said("statement.2026-06-20.closing", "en")).toContain("|From impact.com’s example|");
    expect(said("statement.2026-06-20.closing", "zh-CN")).toContain("|impact.com 的示例|");
    expect(said("preview.thisMonth.fee.low", "en")).toContain("|impact.com’s rule|");
  });
});

describe("what went into a figure", () => {
  it("says of each part where it comes from, and leads from an estimated minimum to where it is entered", () => {
    const euro = anAccount({ currency: "EUR", minimumFee: null });
    const { rows, estimatedMinimum } = wentIn(explained(euro, "2026-06-25", "preview.thisMonth.fee.low"), en);
    expect(estimatedMinimum).toBe(true);
    const from = Object.fromEntries(rows.map(({ label, source }) => [label, source]));
    expect(from).toMatchObject({ "Locked so far": "checked", "Minimum fee": "estimate" });
    const told = anAccount({ minimumFee: "35.00" });
    const known = wentIn(explained(told, "2026-06-25", "preview.thisMonth.fee.low"), en);
    expect(known.estimatedMinimum).toBe(false);
    expect(known.rows.find(({ label }) => label === "Minimum fee")?.source).toBe("entered");
  });
});

describe("the facts of Close account", () => {
  it("lead to figures that can be explained", () => {
    const account = anAccount();
    const today = "2026-06-05";
    const on = date(today);
    const { earliestClosing, refund } = closureReport(account, { on });
    const verdict = {
      today,
      earliest: earliestClosing.date,
      because: earliestClosing.because,
      refund,
      explained: true,
      outlook: closingOutlook(account, { on }),
      counts: leftCounts(account, { on, statement: true }),
    };
    const trial = trialFacts({ endsOn: "2026-06-20", today, standing: standingReport(account, { on }) }, en);
    const facts: Fact[] = [leadFact(verdict, en), ...brandFacts(verdict, en), ...trial];
    const figures = facts.flatMap(({ foot }) => (foot !== null && "figure" in foot ? [foot.figure] : []));
    expect(figures).toHaveLength(4);
    for (const figure of figures) expect(explained(account, today, figure).outcome).toBe("explained");
  });
});
