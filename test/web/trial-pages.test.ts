import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

const SUBSCRIPTION = "https://app.impact.com/secure/advertiser/finance/fr/finance-subscription.ihtml";

/** Where the buttons lead that stand out on a page. */
const primaryLinks = (html: string) =>
  [...html.matchAll(/<a [^>]*variantPrimary[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1]);

/** S0's three conditions, as Home and the page of the trial's own way have them, while the card is not known and after. */
const WORDS = {
  en: {
    home: [
      "Your impact.com trial runs until Thu, May 28",
      "impact.com shows the button only if",
      "The trial runs (until May 28) You entered",
      "No action was tracked Success Checked",
    ],
    cardUnknown: "Your card was never charged Attention Only you can tell",
    cardNever: "Your card was never charged You entered",
    nothing: "nothing charged so far",
    request: "Review request",
    conditions: (card: string) => [
      "impact.com shows “Cancel subscription” only if all 3 apply:",
      "Applies: the trial is running",
      card,
      "Applies: no action was ever tracked, so there are no commissions",
    ],
    unknown: "Not known yet: whether your card was ever charged",
    never: "Applies: your card was never charged, and no charge is due",
    charged: "Does not apply: your card was charged, or a charge is due",
  },
  "zh-CN": {
    home: [
      "您的 impact.com 试用期到 5月28日（周四）为止",
      "只有符合以下条件，impact.com 才显示按钮",
      "仍在试用期内（截至 5月28日） 由您填写",
      "没有跟踪到行动 成功 已核实",
    ],
    cardUnknown: "信用卡从未被扣款 注意 只有您知道",
    cardNever: "信用卡从未被扣款 由您填写",
    nothing: "至今没有扣款",
    request: "检查申请",
    conditions: (card: string) => [
      "3 个条件都符合时，impact.com 才显示“取消订阅”：",
      "符合：试用期尚未结束",
      card,
      "符合：从未跟踪到行动，因此没有佣金",
    ],
    unknown: "未知：信用卡是否曾被扣款",
    never: "符合：信用卡从未被扣款，也没有待扣款项",
    charged: "不符合：信用卡已被扣款，或有待扣款项",
  },
} as const;

describe.each(["en", "zh-CN"] as const)("a trial that can still be cancelled (fault 11, %s)", (locale) => {
  const words = WORDS[locale];
  const flat = (text: string) => text.replaceAll(/ +/g, " ");

  it("is what Home begins with: its end, the three conditions each with who knows it, and impact.com's own button", async () => {
    const { shop } = await pages.aStore("trial");
    const { text, links } = await pages.adminPage(shop, "/app", locale);
    for (const part of [...words.home, words.cardUnknown]) expect(flat(text)).toContain(part);
    // Nobody but the merchant knows whether the card was charged.
    expect(text).not.toContain(words.nothing);
    expect(text).not.toContain(words.request);
    // The first link after the menu and the heading is impact.com's own page.
    const own = links.filter((href) => href?.startsWith("https://") || href === "/app/close/trial");
    expect(own.slice(0, 2)).toEqual([SUBSCRIPTION, "/app/close/trial"]);
    const page = await pages.adminPage(shop, "/app/close/trial", locale);
    for (const part of words.conditions(words.unknown)) expect(page.text).toContain(part);
  });

  it("is the way out that Close account leads with once the card is known, and no ticket", async () => {
    const { shop } = await pages.aStore("trial");
    await saveFacts({ shop, actor: "staff", facts: { cardEverCharged: false } }, pages.deps);
    const home = await pages.adminPage(shop, "/app", locale);
    expect(flat(home.text)).toContain(words.cardNever);
    expect(home.text).toContain(words.nothing);
    for (const path of ["/app/close/trial", "/app/close"])
      expect((await pages.adminPage(shop, path, locale)).links).toContain(SUBSCRIPTION);
    for (const path of ["/app", "/app/close"]) {
      const { html } = await pages.adminPage(shop, path, locale);
      expect([path, primaryLinks(html)]).toEqual([path, [SUBSCRIPTION]]);
    }
    const page = await pages.adminPage(shop, "/app/close/trial", locale);
    for (const part of words.conditions(words.never)) expect(page.text).toContain(part);
    expect(page.text).not.toContain(words.request);
  });

  it("is over where the card was charged: the page says which condition fails, and the request leads", async () => {
    const { shop } = await pages.aStore("trial");
    await saveFacts({ shop, actor: "staff", facts: { cardEverCharged: true } }, pages.deps);
    const page = await pages.adminPage(shop, "/app/close/trial", locale);
    for (const part of words.conditions(words.charged)) expect(page.text).toContain(part);
    expect(page.text).toContain(words.request);
    expect((await pages.adminPage(shop, "/app", locale)).links).not.toContain(SUBSCRIPTION);
  });
});
