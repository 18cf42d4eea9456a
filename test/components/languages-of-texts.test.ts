import { AppProvider } from "@shopify/polaris";
import { type ComponentProps, createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Explanation } from "#app/components/account/explanation.tsx";
import { Originals, shownQuotes } from "#app/components/account/rule-words.tsx";
import { CopyText } from "#app/components/page/copy-text.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { textsToSend } from "#app/components/request/request-next.ts";
import { RequestText } from "#app/components/request/request-text.tsx";
import { explainFigure } from "#app/domain/index.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { polarisWords, translatorFor } from "#app/messages/messages.server.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { ticketParts } from "#app/services/drafts/ticket-parts.ts";
import { anAccount, date } from "#test/factories/account.ts";

const shown = (locale: Locale, child: ReactElement) =>
  renderToStaticMarkup(
    createElement(
      AppProvider,
      { i18n: polarisWords(locale) } as ComponentProps<typeof AppProvider>,
      createElement(TranslatorProvider, { locale }, child),
    ),
  );

describe("a rule of impact.com's", () => {
  const explanation = explainFigure(anAccount(), {
    on: date("2026-06-25"),
    figure: "preview.thisMonth.fee.low",
  });
  if (explanation.outcome !== "explained") throw new Error("This is no figure.");
  const answer: ExplainOutcome = {
    outcome: "explained",
    explanation,
    value: null,
    assumed: [],
    currency: "USD",
  };

  it.each(LOCALES)("is quoted in %s as what it is said in", (locale) => {
    const quoted = shown(locale, createElement(Explanation, { answer })).match(/<blockquote[^>]*>/g) ?? [];
    expect(quoted.length).toBeGreaterThan(0);
    for (const tag of quoted) expect(tag).toBe(`<blockquote lang="${locale}" class="why-rule">`);
  });

  // S1 and S2 are English pages, S3 is a Chinese one; of both kinds somebody says the first thing.
  const url = "https://example.com";
  const quotes = [
    { id: "fee", text: "The fee is charged monthly.", language: "en", url },
    { id: "fee", text: "费用按月收取。", language: "zh-CN", url },
    { id: "refund", text: "30 天内退款。", language: "zh-CN", url },
  ] as const;
  const english = '<blockquote lang="en" class="why-original">The fee is charged monthly.</blockquote>';
  const chinese = '<blockquote lang="zh-CN" class="why-original">费用按月收取。</blockquote>';
  const refund = '<blockquote lang="zh-CN" class="why-original">30 天内退款。</blockquote>';

  it.each([
    ["ja", [english + chinese, refund]],
    ["zh-TW", [english + chinese, refund]],
    ["en", [chinese, refund]],
    ["zh-CN", [english, ""]],
  ])("names the language of impact.com's own words beside a translation in %s", (locale, expected) => {
    const originals = shownQuotes(quotes, locale).map((each) =>
      renderToStaticMarkup(createElement(Originals, each)),
    );
    expect(originals).toEqual(expected);
  });
});

describe("a text for impact.com", () => {
  it.each(LOCALES)("is English under a label in %s", (locale) => {
    const { t } = translatorFor(locale);
    const label = t("status.withdrawText");
    const html = shown(
      locale,
      createElement(CopyText, { label, text: "Please do not close it.", lang: "en" }),
    );
    expect(html).toMatch(/<div class="copy-text" lang="en">.*<textarea[^>]*>Please do not close it\.</);
    expect(html).toContain(`<span lang="${locale}">${label}</span>`);
  });

  it("is in two halves once it was sent, each in its language, and not a letter is lost", () => {
    const body = "Please close it.\n\n---\nアカウント所有者の言語による同じ内容:\n\n閉鎖してください。";
    const html = shown("ja", createElement(RequestText, { subject: "Closing", parts: ticketParts(body) }));
    expect(html).toContain('<span lang="en">Closing</span>');
    expect(html).toContain(
      '<span lang="en">Please close it.\n\n</span><span lang="ja">---\nアカウント所有者の言語による同じ内容:\n\n閉鎖してください。</span>',
    );
  });

  it("is English for impact.com, and in the merchant's language for their bank", () => {
    const texts = {
      followUp: null,
      withdraw: null,
      refundLate: null,
      charged: null,
      dispute: "Please tell me what each charge is for.",
      bank: { text: "Ich widerspreche.", lang: "de" },
    } as const;
    type Receipt = Parameters<typeof textsToSend>[0];
    const all = textsToSend({ texts, clock: {} } as unknown as Receipt, translatorFor("de"));
    expect(all.map(({ lang, text }) => [lang, text])).toEqual([
      ["en", "Please tell me what each charge is for."],
      ["de", "Ich widerspreche."],
    ]);
  });
});
