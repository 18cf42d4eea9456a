import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { ExplanationSum } from "#app/components/account/explanation-sum.tsx";
import { explainFigure } from "#app/domain/index.ts";
import { inputText } from "#app/messages/input-text.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { catalogueOf, translatorFor } from "#app/messages/messages.server.ts";
import { textOf } from "#test/components/text-of.ts";
import { anAccount, date } from "#test/factories/account.ts";

const fee = explainFigure(anAccount(), { on: date("2026-06-25"), figure: "preview.thisMonth.fee.low" });
if (fee.outcome !== "explained") throw new Error("The fee is not explained.");

/** The share of 2.5 % (S1) as CLDR writes it: the comma, and the no-break space before the sign. */
const SHARE: readonly [Locale, string][] = [
  ["en", "2.5%"],
  ["nl", "2,5%"],
  ["de", "2,5\u00a0%"],
  ["fr", "2,5\u00a0%"],
  ["sv", "2,5\u00a0%"],
  ["ja", "2.5%"],
];

describe("a rate", () => {
  it.each(SHARE)("is written as %s writes it in the sum and in the sentence", (locale, shown) => {
    const sum = createElement(ExplanationSum, { explanation: fee, currency: "USD" });
    expect(textOf(sum, locale)).toContain(shown.replace("\u00a0", " "));
    const sentence = fee.arithmetic.find(({ values }) => values?.percent !== undefined);
    expect(sentence && translatorFor(locale).note(sentence)).toContain(shown);
  });

  it("has the reader's comma in the list of what went in", () => {
    const rate = { name: "ratePercent", value: "2.5" };
    expect(inputText(rate, "USD", translatorFor("de"))).toBe("2,5");
    expect(inputText(rate, "USD", translatorFor("en"))).toBe("2.5");
  });
});

describe("a count", () => {
  it.each([
    ["en", "1–20 of 1,234"],
    ["de", "1–20 von 1.234"],
    ["fr", "1–20 sur 1\u202f234"],
  ] as const)("is grouped as %s groups it (%s)", (locale, shown) => {
    expect(translatorFor(locale).t("closing.items.range", { from: 1, to: 20, count: 1234 })).toBe(shown);
  });

  it.each(LOCALES)("has no sign of its own behind a percentage in %s", (locale) => {
    const signed = Object.entries(catalogueOf(locale)).filter(([, text]) => /\{percent\}\s*%/.test(text));
    expect(signed).toEqual([]);
  });
});
