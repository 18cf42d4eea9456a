import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "#app/messages/locales.ts";
import { closingCalendar } from "#app/services/closing/closing-calendar.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { saveMove } from "#app/services/requests/save-move.server.ts";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());
afterEach(() => pages.mendStory());

const times = (text: string, sentence: string) => text.split(sentence).length - 1;

/** Both languages, with the words each page must have. */
const WORDS = {
  en: {
    notAccepted: "impact.com does not accept this Account SID and token",
    refused: "impact.com does not accept the token. Last checked May 12",
    checked: "Checked with impact.com May",
    newToken: "Enter new token",
    without: "Continue without it",
    kept: "What you entered is still on this page",
    noToken: "Settled has no token for this account. Last checked May 12",
    goesOn: "You can leave this page",
    noAnswer: "impact.com did not answer in time",
    nothing: "nothing delays it",
    run: "2 contracts are active, so new actions can delay it",
    minimum: "the minimum fee, 11 × $30.00",
    saved: "Saved",
    brand: "Close Harbor Goods",
    brandOverdue: "Partner invoices of this brand are overdue",
    brandSignedUp: "Dec 2, 2025",
    closed: "No further fee is expected",
    next: "Next fee",
    looking: "Settled checks once a day",
    exitRefused: "impact.com no longer accepts the token",
  },
  "zh-CN": {
    notAccepted: "impact.com 不接受此 Account SID 和令牌",
    refused: "impact.com 不接受此令牌。最后核实：2026年5月12日",
    checked: "已向 impact.com 核实：",
    newToken: "填写新令牌",
    without: "不用令牌继续",
    kept: "您填写的内容仍在此页面",
    noToken: "Settled 没有此账户的令牌。最后核实：2026年5月12日",
    goesOn: "您可以离开此页面",
    noAnswer: "impact.com 未及时答复",
    nothing: "没有会推迟关闭的事项",
    run: "2 份合同仍活跃，新的行动会推迟关闭",
    minimum: "最低费用，11 × $30.00",
    saved: "已保存",
    brand: "关闭 Harbor Goods",
    brandOverdue: "此品牌有逾期的合作伙伴发票",
    brandSignedUp: "2025年12月2日",
    closed: "预计不再有费用",
    next: "下一笔费用",
    looking: "Settled 每天核实一次",
    exitRefused: "impact.com 不再接受令牌",
  },
} as const;

describe("a token that impact.com does not accept (fault 17)", () => {
  it("is said once on each page, with a way to another token and one without, and beside no 'Checked'", async () => {
    const { shop } = await pages.aStore("story");
    await pages.breakStory("unauthorized");
    await pages.read(shop);
    for (const locale of LOCALES) {
      const words = WORDS[locale];
      for (const path of ["/app", "/app/fees", "/app/ledger", "/app/close"]) {
        const { text, links } = await pages.adminPage(shop, path, locale);
        expect([path, times(text, words.notAccepted)]).toEqual([path, 1]);
        for (const part of [words.refused, words.newToken, words.without]) expect(text).toContain(part);
        expect(text).not.toContain(words.checked);
        expect(text).not.toContain(words.kept);
        expect(links).toEqual(expect.arrayContaining(["/app/setup/connect", "/app/setup"]));
      }
      const task = await pages.adminPage(shop, "/app/close/expire-contracts", locale);
      expect(times(task.text, words.notAccepted)).toBe(1);
      expect(task.text).toContain(words.newToken);
    }
  });

  it("is over with the token: after a reinstall the page says that there is none, and nothing reads on", async () => {
    const { shop } = await pages.aStore("story");
    await pages.breakStory("unauthorized");
    await pages.read(shop);
    await pages.app.db.connections.destroyToken(shop);
    for (const locale of LOCALES) {
      const words = WORDS[locale];
      for (const path of ["/app", "/app/fees", "/app/ledger", "/app/close", "/app/close/expire-contracts"]) {
        const { text } = await pages.adminPage(shop, path, locale);
        expect(text).toContain(words.noToken);
        for (const part of [words.notAccepted, words.checked, words.goesOn, words.kept])
          expect([path, text.includes(part)]).toEqual([path, false]);
      }
    }
  });

  it("is said on the page after an uninstall, which claims no daily look then", async () => {
    const row = await pages.aStore("story");
    await pages.breakStory("unauthorized");
    await pages.read(row.shop);
    const open = await pages.exitPages(row);
    for (const locale of LOCALES) {
      const { text } = await open("/exit", locale);
      expect(text).toContain(WORDS[locale].exitRefused);
      expect(text).not.toContain(WORDS[locale].looking);
    }
  });
});

it("an answer that does not come is one sentence for all lists, and speaks of no entries nobody made (fault 17)", async () => {
  const { shop } = await pages.aStore("story");
  await pages.breakStory("timeout");
  await pages.read(shop);
  for (const locale of LOCALES)
    for (const path of ["/app", "/app/fees", "/app/ledger", "/app/close"]) {
      const { text } = await pages.adminPage(shop, path, locale);
      expect([path, times(text, WORDS[locale].noAnswer)]).toEqual([path, 1]);
      expect(text).not.toContain(WORDS[locale].kept);
      expect(text).not.toContain(WORDS[locale].newToken);
    }
});

describe("an account without a fee (fault 8)", () => {
  it.each([
    ["story", true],
    ["partner-small", false],
    ["agency", false],
  ] as const)("of %s has fee preview and ledger in the menu: %s", async (key, has) => {
    const { shop } = await pages.aStore(key);
    const { links } = await pages.adminPage(shop, "/app", "en");
    expect([links.includes("/app/fees"), links.includes("/app/ledger")]).toEqual([has, has]);
    expect(links).toEqual(expect.arrayContaining(["/app/close", "/app/before-uninstall", "/app/setup"]));
  });

  it("leads from each brand of an agency to how that one is closed", async () => {
    const { shop } = await pages.aStore("agency");
    for (const locale of LOCALES) {
      const words = WORDS[locale];
      for (const from of ["/app", "/app/close"])
        expect((await pages.adminPage(shop, from, locale)).links).toContain("/app/close/brand/1048293");
      const { text, links } = await pages.adminPage(shop, "/app/close/brand/1048293", locale);
      for (const part of [words.brand, words.brandOverdue, words.brandSignedUp]) expect(text).toContain(part);
      expect(links).toContain("/app/setup/connect");
    }
    expect((await pages.adminPage(shop, "/app/close/brand/1", "en")).status).toBe(404);
  });

  it("shows a partner the ways for a small balance before a number is typed", async () => {
    const row = await pages.aStore("partner-small");
    const ways = {
      en: ["manual paystub", "Forfeit the balance", "Withdraw the balance"],
      "zh-CN": ["手动支付单", "放弃余额", "提取余额"],
    };
    for (const locale of LOCALES) {
      const { text } = await pages.adminPage(row.shop, "/app/close/partner-balance", locale);
      for (const way of ways[locale]) expect(text).toContain(way);
    }
    const open = await pages.exitPages(row);
    for (const way of ways.en) expect((await open("/exit/tasks/partner-balance", "en")).text).toContain(way);
  });
});

it("on day one with two contracts Home says that they run, and counts the months that have a fee (faults 8, 22)", async () => {
  const { shop } = await pages.aStore("story");
  for (const locale of LOCALES) {
    const { text } = await pages.adminPage(shop, "/app", locale);
    expect(text).toContain(WORDS[locale].run);
    expect(text).not.toContain(WORDS[locale].nothing);
    expect(text).toContain(WORDS[locale].minimum);
  }
});

it("what is saved without a script is said on the page it leads to (fault 18)", async () => {
  const row = await pages.aStore("story");
  const open = await pages.exitPages(row);
  for (const locale of LOCALES) {
    expect((await open("/exit?saved=1", locale)).text).toContain(WORDS[locale].saved);
    expect((await open("/exit", locale)).text).not.toContain(` ${WORDS[locale].saved} `);
  }
});

describe("the ledger outside the admin (D25)", () => {
  it("is read and printed as far as it is known: nothing after the last look is past", async () => {
    const row = await pages.aStore("story");
    const open = await pages.exitPages(row);
    const { text, links } = await open("/exit/ledger", "en");
    expect(text).toContain("Last read from impact.com: May 12, 2026");
    expect(text).toContain("Known up to Tue, May 12, 2026");
    // July's fee is expected, not past.
    expect(text).toMatch(/Expected in total without new actions \$30\.00 \$30\.00/);
    expect(text).toMatch(/Past in total Tue, May 12, 2026 – –/);
    expect(links).toContain("/exit/ledger");
    expect((await open("/exit", "zh-CN")).links).toContain("/exit/ledger");
    expect((await open("/exit/ledger?days=all", "zh-CN")).text).toContain("预计合计");
  });

  it("is none where no fee is known, and leads back", async () => {
    const row = await pages.aStore("partner-small");
    const open = await pages.exitPages(row);
    expect((await open("/exit/ledger", "en")).status).toBe(302);
  });
});

it("of an account that was noted as closed no page names a fee to come", async () => {
  const { shop } = await pages.aStore("story");
  const text = { subject: "Please close account", body: "Please close it.", reason: null };
  const about = { accounts: ["IRs3StoryAcme0001"], proof: "Named." };
  const ask = {
    shop,
    actor: "staff",
    route: "starter-ticket",
    openItems: [],
    byHand: true,
    ...about,
    ...text,
  };
  const { deps } = pages;
  const made = await handOver(ask, deps);
  const reference = "reference" in made ? made.reference : "";
  const tell = (trigger: "told-handed-over" | "told-closed", evidence: Record<string, string>) =>
    saveMove({ shop, reference, actor: "staff", trigger, evidence }, deps);
  await tell("told-handed-over", { ticketNumber: "10001" });
  await tell("told-closed", { proof: "Your account is closed." });
  for (const locale of LOCALES)
    for (const path of ["/app/fees", "/app/ledger"]) {
      const page = await pages.adminPage(shop, path, locale);
      expect(page.text).toContain(WORDS[locale].closed);
      expect(page.text).not.toMatch(/Jul 1|7月1日|Expected in total|预计合计/);
    }
  expect((await pages.adminPage(shop, "/app", "en")).text).not.toContain(WORDS.en.next);
  // Nothing is left to do either, and no day lies ahead (after the request is sent).
  for (const locale of LOCALES) {
    const close = await pages.adminPage(shop, "/app/close", locale);
    expect(close.text).not.toMatch(/Expire partner contracts|使合作伙伴合同到期|Earliest closing|最早关闭/);
  }
  expect(await closingCalendar({ shop, locale: "en" }, deps)).toBe(null);
});
