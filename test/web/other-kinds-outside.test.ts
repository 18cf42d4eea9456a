import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

describe("the page after an uninstall, of an account that is no brand's (fault 8)", () => {
  const WORDS_OF = {
    en: {
      goesOn: "The account continues as it is until impact.com closes it",
      own: "To close the agency account itself",
      steps: ["Expire all partner contracts: Engage", "Pay unpaid invoices"],
      request: "Review request",
      fee: /minimum fee|What impact\.com asks for first/,
      contracts: "Expire your contracts",
    },
    "zh-CN": {
      goesOn: "在 impact.com 关闭账户之前，账户保持现状",
      own: "关闭代理商账户本身",
      steps: ["使所有合作伙伴合同到期：Engage", "付清未付发票"],
      request: "检查申请",
      fee: /最低费用|impact\.com 首先要求/,
      contracts: "使您的合同到期",
    },
  } as const;
  const LOCALES_OF = ["en", "zh-CN"] as const;

  it.each(LOCALES_OF)(
    "asks an agency for no fee and no request: its brands are closed one by one (%s)",
    async (locale) => {
      const open = await pages.exitPages(await pages.aStore("agency"));
      const { text } = await open("/exit", locale);
      const words = WORDS_OF[locale];
      for (const part of [words.goesOn, words.own, ...words.steps]) expect(text).toContain(part);
      expect(text).not.toContain(words.request);
      expect(text).not.toMatch(words.fee);
      expect((await open("/exit/review", locale)).status).toBe(302);
    },
  );

  it.each(LOCALES_OF)("gives a partner no brand's steps (%s)", async (locale) => {
    const open = await pages.exitPages(await pages.aStore("partner-small"));
    const { text } = await open("/exit", locale);
    const words = WORDS_OF[locale];
    for (const part of [words.goesOn, words.contracts, words.request]) expect(text).toContain(part);
    for (const step of words.steps) expect(text).not.toContain(step);
  });
});
