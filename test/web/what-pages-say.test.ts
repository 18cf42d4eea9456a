import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { closingCalendar } from "#app/services/closing/closing-calendar.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { saveMove } from "#app/services/requests/save-move.server.ts";
import { languagesAt } from "./languages.ts";
import { startPages } from "./read-pages.ts";
import said from "./said.json" with { type: "json" };

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());
afterEach(() => pages.mendStory());

const times = (text: string, sentence: string) => text.split(sentence).length - 1;

/** Every language, with the words each page must have. */
const WORDS: Record<Locale, (typeof said)["en"]> = said;

describe("a token that impact.com does not accept (fault 17)", () => {
  it("is said once on each page, with a way to another token and one without, and beside no 'Checked'", async () => {
    const { shop } = await pages.aStore("story");
    await pages.breakStory("unauthorized");
    await pages.read(shop);
    for (const locale of languagesAt(0)) {
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
      // Nor does Setup, where "Continue without it" leads, call the account connected.
      const setup = await pages.adminPage(shop, "/app/setup", locale);
      expect(setup.text).toContain(words.refused);
      expect(setup.text).not.toContain(words.connected);
    }
  });

  it("is over with the token: after a reinstall the page says that there is none, and nothing reads on", async () => {
    const { shop } = await pages.aStore("story");
    await pages.breakStory("unauthorized");
    await pages.read(shop);
    await pages.app.db.connections.destroyToken(shop);
    for (const locale of languagesAt(1)) {
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
    for (const locale of languagesAt(2)) {
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
  for (const locale of languagesAt(3))
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
    for (const locale of languagesAt(4)) {
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
      "zh-TW": ["人工付款", "放棄餘額", "提領餘額"],
      ja: ["手動での支払い", "残高を放棄", "残高を出金"],
      de: [
        "manuelle Auszahlung",
        "auf das Guthaben verzichten",
        "Guthaben vor der Schließung auszahlen lassen",
      ],
      fr: ["paiement manuel", "Renoncer au solde", "Retirer le solde"],
      es: ["pago manual", "Renunciar al saldo", "Retirar el saldo"],
      it: ["pagamento manuale", "Rinunciare al saldo", "Prelevare il saldo"],
      nl: ["handmatige uitbetaling", "afzien van het saldo", "saldo opnemen"],
      da: ["manuel udbetaling", "Giv afkald på saldoen", "Hæv saldoen"],
      sv: ["manuell utbetalning", "Avstå från saldot", "Ta ut saldot"],
      nb: ["manuell utbetaling", "Gi avkall på saldoen", "Ta ut saldoen"],
    } satisfies Record<Locale, string[]>;
    for (const locale of languagesAt(5)) {
      const { text } = await pages.adminPage(row.shop, "/app/close/partner-balance", locale);
      for (const way of ways[locale]) expect(text).toContain(way);
    }
    const open = await pages.exitPages(row);
    for (const locale of languagesAt(5)) {
      const { text } = await open("/exit/tasks/partner-balance", locale);
      for (const way of ways[locale]) expect(text).toContain(way);
    }
  });
});

it("says whose number it is where impact.com gives no name, and no amount of nothing", async () => {
  const { shop } = await pages.aStore("partner-zero");
  const story = await pages.aStore("story");
  const WORDS_OF = {
    en: [
      "Program 21001",
      "No locked action to be paid",
      "Partner 31001",
      "No fee. From Jun 10: about $30.00.",
    ],
    "zh-CN": ["项目 21001", "没有待付款的已锁定行动", "合作伙伴 31001", "无费用。从 6月10日起：约 $30.00。"],
  } as const;
  for (const locale of ["en", "zh-CN"] as const) {
    const [program, none, partner, free] = WORDS_OF[locale];
    const close = await pages.adminPage(shop, "/app/close", locale);
    for (const part of [program, none]) expect(close.text).toContain(part);
    const brand = await pages.adminPage(story.shop, "/app/close", locale);
    for (const part of [partner, free]) expect(brand.text).toContain(part);
    const ledger = await pages.adminPage(story.shop, "/app/ledger", locale);
    expect(ledger.text).not.toMatch(/about \$0\.00|约 \$0\.00/);
    const fees = await pages.adminPage(story.shop, "/app/fees", locale);
    expect(fees.text).not.toMatch(/about \$0\.00|约 \$0\.00/);
  }
});

it("on day one with two contracts Home says that they run, and counts the months that have a fee (faults 8, 22)", async () => {
  const { shop } = await pages.aStore("story");
  for (const locale of languagesAt(6)) {
    const { text } = await pages.adminPage(shop, "/app", locale);
    expect(text).toContain(WORDS[locale].run);
    expect(text).not.toContain(WORDS[locale].nothing);
    expect(text).toContain(WORDS[locale].minimum);
  }
});

it("what is saved without a script is said on the page it leads to (fault 18)", async () => {
  const row = await pages.aStore("story");
  const open = await pages.exitPages(row);
  for (const locale of languagesAt(7)) {
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
  for (const locale of languagesAt(8))
    for (const path of ["/app/fees", "/app/ledger"]) {
      const page = await pages.adminPage(shop, path, locale);
      expect(page.text).toContain(WORDS[locale].closed);
      expect(page.text).not.toMatch(/Jul 1|7月1日|Expected in total|预计合计/);
    }
  expect((await pages.adminPage(shop, "/app", "en")).text).not.toContain("Next fee");
  // Nothing is left to do either, and no day lies ahead (after the request is sent).
  for (const locale of languagesAt(9)) {
    const close = await pages.adminPage(shop, "/app/close", locale);
    expect(close.text).not.toMatch(/Expire partner contracts|使合作伙伴合同到期|Earliest closing|最早关闭/);
  }
  expect(await closingCalendar({ shop, locale: "en" }, deps)).toBe(null);
});
