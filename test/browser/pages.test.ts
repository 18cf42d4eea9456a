import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { endlessMotion, estimatedAmounts, loudness, preTicked } from "./support/dark-patterns.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { READ_IN } from "./support/languages.ts";
import { marksInInk, tabThrough } from "./support/other-senses.ts";
import { axeFindings, proseWords, sidewaysOverflow } from "./support/page-checks.ts";
import { sheetsOf } from "./support/paper.ts";
import { mailsTo, moveClockTo } from "./support/sandbox-calls.ts";
import { stylesMissed } from "./support/styles-left-out.ts";

const demo = demoForFile();
beforeAll(() => moveClockTo(demo, "2026-07-02"));

const PAGES = [
  { path: "", primary: false },
  { path: "/fees", primary: false },
  { path: "/ledger", primary: false },
  { path: "/close", primary: true },
  { path: "/close/expire-contracts", primary: true },
  { path: "/close/pay-actions", primary: true },
  { path: "/close/cost", primary: true },
  { path: "/close/trial", primary: true },
  { path: "/close/questions", primary: false },
  { path: "/close/review", primary: true },
  { path: "/close/export", primary: false },
  { path: "/close/export/partners", primary: false },
  { path: "/before-uninstall", primary: false },
  { path: "/setup", primary: false },
  { path: "/setup/alerts", primary: true },
  { path: "/setup/connect", primary: true },
];
const WAY_OUT: Record<Locale, string> = {
  en: "Close account",
  "zh-CN": "关闭账户",
  "zh-TW": "關閉帳號",
  ja: "アカウントの閉鎖",
  de: "Konto schließen",
  fr: "Fermer le compte",
  es: "Cerrar cuenta",
  it: "Chiudi account",
  nl: "Account sluiten",
  da: "Luk konto",
  sv: "Stäng konto",
  nb: "Lukk konto",
};
const NOT_FOUND: Record<Locale, { title: string; home: string }> = {
  en: { title: "Page not found", home: "Open Home" },
  "zh-CN": { title: "找不到页面", home: "打开首页" },
  "zh-TW": { title: "找不到頁面", home: "開啟首頁" },
  ja: { title: "ページが見つかりません", home: "ホームを開く" },
  de: { title: "Seite nicht gefunden", home: "Startseite öffnen" },
  fr: { title: "Page introuvable", home: "Ouvrir l’accueil" },
  es: { title: "Página no encontrada", home: "Abrir Inicio" },
  it: { title: "Pagina non trovata", home: "Apri Home" },
  nl: { title: "Pagina niet gevonden", home: "Home openen" },
  da: { title: "Siden blev ikke fundet", home: "Åbn Hjem" },
  sv: { title: "Sidan hittades inte", home: "Öppna Hem" },
  nb: { title: "Fant ikke siden", home: "Åpne Hjem" },
};
/** How an amount begins that is not certain, and what staying costs, in the two languages of `npm test`. */
const ESTIMATED = { en: /^(about|at least) ?[$¥]/, "zh-CN": /^(约|至少) ?[$¥]/ };
const COSTS = {
  en: /(charging|You pay|It costs) at least \$30\.00 a month/,
  "zh-CN": /仍会收费：每月至少 \$30\.00|您每月(至少支付|支付至少) \$30\.00|之前，每月至少 \$30\.00/,
};

/** Which place of the admin's navigation a page is under; Home is the app's own name there. */
const PLACES = ["fees", "ledger", "close", "before-uninstall", "setup"];

/** Nothing to scroll sideways at any width, 320 being 1280 at 400 %; a primary button lies within the screen. */
async function fits(admin: Admin, primary: boolean): Promise<void> {
  for (const width of [1280, 390, 320]) {
    await admin.page.setViewportSize({ width, height: 900 });
    expect([width, await sidewaysOverflow(admin.frame())]).toEqual([width, 0]);
    const buttons = admin.app.locator(".Polaris-Button--variantPrimary:visible");
    expect(await buttons.count()).toBe(primary ? 1 : 0);
    const box = primary ? await buttons.boundingBox() : null;
    if (box) expect(box.x >= 0 && box.x + box.width <= width).toBe(true);
  }
}

describe.each(READ_IN)("every page in %s", (locale) => {
  let admin: Admin;
  beforeAll(async () => {
    admin = await Admin.enter(demo, "acme-outdoor", locale);
    // The next language finds the store as this one left it.
    if (locale === READ_IN[0]) await connected(admin, "story", STORY_FACTS);
  });

  it.each(PAGES)("'$path' fits, offends no rule of axe and offers the way out", async ({ path, primary }) => {
    await admin.page.setViewportSize({ width: locale === "en" ? 1280 : 390, height: 900 });
    await admin.open(path);
    expect(await axeFindings(admin.frame())).toEqual([]);
    expect(await stylesMissed(admin.frame())).toEqual([]);
    // Home's heading is its verdict.
    const name = path === "" ? admin.words.t("home.title") : await admin.heading.innerText();
    expect(await admin.frame().title()).toBe(name);
    await shot(admin.page, `page${path.replaceAll("/", "-")}-${locale}`);
    await fits(admin, primary);
    const places = admin.page.locator("#app-nav a");
    expect((await places.allTextContents())[2]).toBe(WAY_OUT[locale]);
    const marked = await places.evaluateAll((all) =>
      all.flatMap((place, index) => (place.hasAttribute("aria-current") ? [index] : [])),
    );
    expect(marked).toEqual(path === "" ? [] : [PLACES.indexOf(path.split("/")[1] ?? "")]);
    expect(await admin.app.locator("main .Polaris-Banner:visible").count()).toBeLessThanOrEqual(1);
    expect(await admin.app.locator("html").getAttribute("lang")).toBe(locale);
    // This merchant left the setup page's questions open: nothing is chosen there either.
    expect(await preTicked(admin.frame())).toEqual([]);
    await expect.poll(() => endlessMotion(admin.frame())).toEqual([]);
  });

  it("has the way out on Close account in the first screen, in few words", async () => {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await admin.page.setViewportSize({ width, height });
      await admin.open("/close");
      // Within the frame, as Shopify gives it the whole screen of a phone.
      const review = admin.app.locator(".Polaris-Button--variantPrimary");
      const bottom = await review.evaluate((button) => button.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(200);
    }
    expect(await proseWords(admin.frame())).toBeLessThanOrEqual(300);
  });

  const isTypedOut = locale === "en" || locale === "zh-CN";
  it.runIf(isTypedOut)("never shows an estimate as if it were certain", async () => {
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    await admin.open("/fees");
    // This month, the twelve to come, and their sum; on a phone their table is one press away.
    const amounts = await estimatedAmounts(admin.frame());
    expect(amounts).toHaveLength(14);
    for (const amount of amounts) expect(amount).toMatch(ESTIMATED[locale as keyof typeof ESTIMATED]);
  });

  it.runIf(isTypedOut)("says what goes on costing where it is seen without a press", async () => {
    const costs = COSTS[locale as keyof typeof COSTS];
    for (const path of ["", "/close", "/before-uninstall"]) {
      await admin.open(path);
      // The text as it is painted: what lies in a closed fold or a tooltip is not in it.
      await expect.poll(() => admin.app.locator("body").innerText()).toMatch(costs);
    }
  });

  it("leads from the way out to the request without anything between, and asks nothing twice", async () => {
    const { t } = admin.words;
    const seen: string[] = [];
    admin.page.on("dialog", (dialog) => void seen.push(dialog.message()));
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    await admin.open("");
    await admin.go(WAY_OUT[locale]);
    await admin.heading.filter({ hasText: t("close.title") }).waitFor();
    await admin.button(t("close.review")).click();
    await admin.heading.filter({ hasText: t("review.title") }).waitFor();
    const { leave, others } = await loudness(admin.frame(), t("review.submit"));
    // Links that lead to what the text rests on, and one other button.
    expect(others.map(({ text }) => text)).toEqual([
      t("common.edit"),
      t("closing.exportData"),
      t("review.leave"),
      t("review.leftSee"),
    ]);
    for (const other of others) {
      expect(other.area).toBeLessThanOrEqual(leave?.area ?? 0);
      expect(other.contrast).toBeLessThanOrEqual(leave?.contrast ?? 0);
      expect(other.weight).toBeLessThanOrEqual(leave?.weight ?? 0);
      expect(other.focused).toBe(false);
    }
    expect(await admin.app.locator("[role=dialog]").count()).toBe(0);
    expect(seen).toEqual([]);
  });

  it("shows a page of its own, without any insides, for an address that does not exist", async () => {
    demo.noise.expect(404, /\/app\/no-such-page/);
    await admin.open("/no-such-page");
    const { title, home } = NOT_FOUND[locale];
    expect(await admin.heading.allInnerTexts()).toEqual([title]);
    await admin.app.getByRole("link", { name: home }).waitFor();
    expect(await admin.app.locator("body").innerText()).not.toMatch(/\.tsx?\b|node_modules|Error:/);
    expect(await axeFindings(admin.frame())).toEqual([]);
    await fits(admin, false);
  });
});

describe("on paper, without colours of its own and without a mouse", () => {
  let admin: Admin;
  beforeAll(async () => {
    admin = await Admin.enter(demo, "acme-outdoor", "en");
  });

  it.each(["/fees", "/ledger"])("'%s' is one sheet of paper", async (path) => {
    await admin.open(path);
    expect(await sheetsOf(demo, admin.frame())).toBe(1);
  });

  it.each(["", "/fees", "/ledger"])("'%s' draws each mark in the system's own colours", async (path) => {
    await admin.page.emulateMedia({ forcedColors: "active" });
    await admin.open(path);
    const marks = await marksInInk(admin.frame());
    expect(marks).toContain(true);
    expect(marks).not.toContain(false);
    await admin.page.emulateMedia({ forcedColors: "none" });
  });

  it.each(["", "/fees", "/ledger"])("every control of '%s' is reached by Tab, in order", async (path) => {
    await admin.open(path);
    const { count, reached } = await tabThrough(admin.page, admin.frame());
    // What stands before the heading, such as the way back, is behind by then.
    const first = reached[0] ?? count;
    expect(reached).toEqual(Array.from({ length: count - first }, (_, index) => first + index));
  });
});

describe("the receipt", () => {
  it("fits and offends no rule of axe", async () => {
    const admin = await Admin.enter(demo, "acme-outdoor", "en");
    await admin.open("/close/review");
    await admin.button("Send closing request").click();
    await admin.app.getByRole("status").filter({ hasText: "The answer goes to" }).waitFor();
    expect(await axeFindings(admin.frame())).toEqual([]);
    await fits(admin, false);
  });
});

describe("the pages outside the admin", () => {
  it("fit and offend no rule of axe", async () => {
    const admin = await Admin.enter(demo, "busy-bikes", "zh-CN");
    await admin.open();
    await admin.uninstall();
    const owner = "owner@busy-bikes.example";
    const linksIn = async () => (await mailsTo(demo, owner))[0]?.text?.match(/http:\/\/\S+/g) ?? [];
    // The third leads to who runs Settled.
    await expect.poll(linksIn).toHaveLength(3);
    const [finish = "", stop = ""] = await linksIn();
    const page = await demo.newPage();
    for (const address of [finish, `${demo.appUrl}/exit/review`, stop, `${demo.appUrl}/exit/link`]) {
      await page.goto(address);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect([address, await axeFindings(page.mainFrame())]).toEqual([address, []]);
        expect([address, width, await sidewaysOverflow(page.mainFrame())]).toEqual([address, width, 0]);
      }
    }
  });
});
