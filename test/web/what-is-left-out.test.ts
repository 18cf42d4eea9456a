import { afterAll, beforeAll, expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { type StatedMove, saveMove } from "#app/services/requests/save-move.server.ts";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

it("without the three answers each page says the least it costs a month, and none that there is no charge (fault 9)", async () => {
  const { shop } = await pages.aStore("story", { stated: false });
  const least = {
    en: /at least \$30\.00 a month|at least the minimum fee each month/,
    "zh-CN": /每月至少收取 ?\$30\.00|每月至少 ?\$30\.00|每月至少收取最低费用/,
  };
  const none = /no card charge ahead|没有.{0,8}扣款日期/;
  for (const locale of LOCALES)
    for (const path of ["/app", "/app/before-uninstall"]) {
      const { text } = await pages.adminPage(shop, path, locale);
      expect([path, least[locale].test(text), none.test(text)]).toEqual([path, true, false]);
    }
});

it("without a balance the ledger has what is known, and no cell of what cannot be (fault 10)", async () => {
  const { shop } = await pages.aStore("story");
  await saveFacts({ shop, actor: "staff", facts: { fundingBalance: null } }, pages.deps);
  const words = {
    en: { column: "New commissions", unknown: "Not known" },
    "zh-CN": { column: "新佣金", unknown: "未知" },
  };
  for (const locale of LOCALES) {
    const { text } = await pages.adminPage(shop, "/app/ledger", locale);
    expect(text).toContain(words[locale].column);
    expect(text).not.toContain(words[locale].unknown);
  }
});

it("a partner reads what happens to the partner's money, not who pays a brand's fees (D20)", async () => {
  const { shop } = await pages.aStore("partner-small");
  const words = {
    en: ["What happens to your money", "Who pays what until then"],
    "zh-CN": ["余额的去向", "由谁支付什么"],
  };
  for (const locale of LOCALES) {
    const { text } = await pages.adminPage(shop, "/app/close", locale);
    const [own = "", brands = ""] = words[locale];
    expect([text.includes(own), text.includes(brands)]).toEqual([true, false]);
  }
});

/** What is told, and what Close account and the page after an uninstall say then, in each language. */
const STATES: [StatedMove[], Record<"en" | "zh-CN", RegExp>][] = [
  [["told-handed-over"], { en: /is sent|was sent|Sent/, "zh-CN": /已提交/ }],
  [
    ["told-handed-over", "told-reply"],
    { en: /impact\.com has your closing request/, "zh-CN": /impact\.com 已收到/ },
  ],
  [["told-handed-over", "told-needs"], { en: /is waiting for your answer/, "zh-CN": /在等您的回复/ }],
  [["told-handed-over", "told-rejected"], { en: /did not accept/, "zh-CN": /未接受|没有接受/ }],
];

it.each(STATES)(
  "after %j no page asks for a second request as if there were none (fault 12)",
  async (stated, words) => {
    const row = await pages.aStore("story");
    const { shop } = row;
    const text = { subject: "Please close account", body: "Please close it.", reason: null };
    const ask = { shop, actor: "staff", route: "starter-ticket", openItems: [], byHand: true, ...text };
    const about = { accounts: ["IRs3StoryAcme0001"], proof: "Named." };
    const made = await handOver({ ...ask, ...about }, pages.deps);
    const reference = "reference" in made ? made.reference : "";
    for (const trigger of stated) {
      const evidence = { proof: "impact.com says so.", ticketNumber: "10001" };
      await saveMove({ shop, reference, actor: "staff", trigger, evidence }, pages.deps);
    }
    const isUnderWay = stated.at(-1) !== "told-rejected";
    const open = await pages.exitPages(row);
    for (const locale of LOCALES) {
      const exit = await open("/exit", locale);
      expect(exit.text).toMatch(words[locale]);
      expect(exit.text.includes(reference)).toBe(isUnderWay);
      expect(exit.links).toContain("/exit/request");
    }
    await pages.app.db.shops.save({ ...row, uninstalledAt: null });
    for (const locale of LOCALES) {
      const home = await pages.adminPage(shop, "/app", locale);
      expect(home.links).toContain(`/app/close/requests/${reference}`);
      const close = await pages.adminPage(shop, "/app/close", locale);
      expect(close.links).toContain(`/app/close/requests/${reference}`);
      expect(close.links.includes("/app/close/review")).toBe(!isUnderWay);
    }
  },
);
