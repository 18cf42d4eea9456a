import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { written } from "#test/seen.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { watchExitPages } from "./support/exit-page.ts";
import { walkedIn } from "./support/languages.ts";
import { mailedCode, mailsTo, moveClockTo, startOver, ticketsOf } from "./support/sandbox-calls.ts";

const demo = demoForFile();

const MAIL: Record<Locale, { subject: string; charge: string; day: string; figure: string }> = {
  en: {
    subject: "Your impact.com account is still open and can be charged",
    charge: "at least $30.00 (Wed, Jul 1, 2026, charged to your card)",
    day: "Wed, Jul 1, 2026",
    figure: "$30.00",
  },
  "zh-CN": {
    subject: "您的 impact.com 账户尚未关闭，仍可能被扣款",
    charge: "至少 $30.00（2026年7月1日（周三），从信用卡扣款）",
    day: "2026年7月1日（周三）",
    figure: "$30.00",
  },
  "zh-TW": {
    subject: "您的 impact.com 帳號尚未關閉，仍可能扣款",
    charge: "至少 $30.00",
    day: "2026年7月1日（週三）",
    figure: "$30.00",
  },
  ja: {
    subject: "impact.comアカウントはまだ閉鎖されておらず、請求される可能性があります",
    charge: "$30.00以上",
    day: "2026年7月1日(水)",
    figure: "$30.00",
  },
  de: {
    subject: "Dein impact.com-Konto ist noch offen und kann weiter Geld kosten",
    charge: "mindestens 30,00\u00a0$",
    day: "Mi., 1. Juli 2026",
    figure: "30,00\u00a0$",
  },
  fr: {
    subject: "Votre compte impact.com est toujours ouvert et peut être facturé",
    charge: "au moins 30,00\u00a0$",
    day: "mer. 1er juil. 2026",
    figure: "30,00\u00a0$",
  },
  es: {
    subject: "Tu cuenta de impact.com sigue abierta y puede tener cargos",
    charge: "al menos 30,00\u00a0$",
    day: "mié, 1 jul 2026",
    figure: "30,00\u00a0$",
  },
  it: {
    subject: "Account impact.com ancora aperto: possibili nuovi addebiti",
    charge: "almeno 30,00\u00a0$",
    day: "mer 1 lug 2026",
    figure: "30,00\u00a0$",
  },
  nl: {
    subject: "Je impact.com-account is nog open en kan je geld kosten",
    charge: "minstens $\u00a030,00",
    day: "wo 1 jul 2026",
    figure: "$\u00a030,00",
  },
  da: {
    subject: "Din impact.com-konto er stadig åben og kan koste penge",
    charge: "mindst 30,00\u00a0$",
    day: "ons. 1. jul. 2026",
    figure: "30,00\u00a0$",
  },
  sv: {
    subject: "Ditt impact.com-konto är fortfarande öppet och kan debiteras",
    charge: "minst 30,00\u00a0$",
    day: "ons 1 juli 2026",
    figure: "30,00\u00a0$",
  },
  nb: {
    subject: "impact.com-kontoen din er fortsatt åpen og kan belastes",
    charge: "minst 30,00\u00a0$",
    day: "ons. 1. juli 2026",
    figure: "30,00\u00a0$",
  },
};

describe.each(walkedIn("zh-CN"))("after an uninstall in $locale", ({ locale, store, owner }) => {
  let admin: Admin;
  let visitor: Page;
  let pages: ReturnType<typeof watchExitPages>;
  const link = (mail: string, kind: "l" | "stop") =>
    new RegExp(`http://localhost:\\d+/${kind}/\\S+`).exec(mail)?.[0] ?? "";
  const warnings = async () =>
    (await mailsTo(demo, owner)).filter(({ subject }) => subject === MAIL[locale].subject);
  const warning = async () => (await warnings())[0]?.text ?? "";

  beforeAll(async () => {
    await startOver(demo);
    await moveClockTo(demo, "2026-06-05");
    admin = await Admin.enter(demo, store, locale);
    await connected(admin, "story", STORY_FACTS);
    visitor = await demo.newPage({ javaScriptEnabled: false, locale });
    pages = watchExitPages(visitor, demo);
  });

  it("sends one mail in the merchant's language, however often the webhook comes", async () => {
    await admin.uninstall();
    await expect.poll(async () => (await warnings()).length).toBe(1);
    expect(await warning()).toContain(MAIL[locale].charge);
    await admin.page.goto(`${admin.storeUrl}/webhooks`);
    // A reload before the answer would take the request back.
    await Promise.all([
      admin.page.waitForResponse("**/again"),
      admin.page.locator('form[action$="/again"] button').first().click(),
    ]);
    await expect
      .poll(async () => {
        await admin.page.reload();
        return admin.page.locator(".delivery li").allInnerTexts();
      })
      .toEqual([expect.stringContaining("200"), expect.stringContaining("200")]);
    await shot(admin.page, `webhooks-${locale}`);
  });

  it("leads from the mail to a page that works without a script", async () => {
    const { t } = admin.words;
    await visitor.goto(link(await warning(), "l"));
    // The secret is gone from the address.
    expect(visitor.url()).toBe(`${demo.appUrl}/exit`);
    await visitor.getByRole("heading", { name: t("exit.title") }).waitFor();
    const fee = visitor.locator("dl > div", { hasText: written(MAIL[locale].day) });
    expect(await fee.locator(".figure").innerText()).toContain(MAIL[locale].figure);
    await pages.holds();
    await shot(visitor, `exit-${locale}`);
    await visitor.getByRole("link", { name: t("exit.factsChange") }).click();
    await visitor.getByRole("heading", { name: t("setup.facts") }).waitFor();
    expect(await visitor.locator("#signedUpOn").inputValue()).toBe(STORY_FACTS.signedUpOn);
    await pages.holds();
    await shot(visitor, `exit-facts-${locale}`);
    await visitor.goto(`${demo.appUrl}/exit/ledger`);
    await visitor.getByRole("heading", { name: t("ledger.title") }).waitFor();
    await pages.holds();
    await visitor.goto(`${demo.appUrl}/exit`);
    await visitor.getByRole("button", { name: t("exit.review") }).click();
    await visitor.getByRole("heading", { name: t("review.title") }).waitFor();
    expect(visitor.url()).toBe(`${demo.appUrl}/exit/review`);
    await pages.holds();
  });

  it("hands nothing over before somebody ticks that they have read it, and keeps what was changed", async () => {
    const { t } = admin.words;
    demo.noise.expect(422, /\/exit\/review/);
    const before = (await ticketsOf(demo)).length;
    await visitor.locator("#subject").fill("Close our account");
    // Enter is the hand-over, although a button for the text comes before it.
    await visitor.locator("#subject").press("Enter");
    await visitor
      .getByRole("alert")
      .filter({ hasText: t("exit.confirmMissing") })
      .waitFor();
    expect(await visitor.locator("#subject").inputValue()).toBe("Close our account");
    expect((await ticketsOf(demo)).length).toBe(before);
    await pages.holds();
    await shot(visitor, `exit-unread-${locale}`);
  });

  it("sends one ticket once it is ticked, and shows the receipt whenever the link is opened", async () => {
    const { t } = admin.words;
    const before = (await ticketsOf(demo)).length;
    await visitor.locator("#read").check();
    await visitor.locator("#code").fill(await mailedCode(demo, owner, t("mail.exitCode.subject")));
    await shot(visitor, `exit-code-${locale}`);
    await visitor.getByRole("button", { name: t("review.submit") }).click();
    await visitor.waitForURL("**/exit/request");
    const title = (await visitor.locator("h1").textContent()) ?? "";
    await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
    expect((await ticketsOf(demo))[0]?.subject).toMatch(/^Close our account \[SET-/);
    await pages.holds();
    await shot(visitor, `exit-request-${locale}`);

    const later = await demo.newPage({ javaScriptEnabled: false });
    await later.goto(link(await warning(), "l"));
    await later.getByRole("link", { name: t("exit.seeRequest") }).click();
    expect(await later.locator("h1").textContent()).toBe(title);
    expect((await ticketsOf(demo)).length).toBe(before + 1);
  });

  it("shows the request again after a reinstall, and has sent no second warning", async () => {
    const { t } = admin.words;
    await admin.install();
    await admin.heading.filter({ hasText: t("overview.title.request", { phase: "sent" }) }).waitFor();
    const receipts = async () =>
      (await mailsTo(demo, owner)).filter(({ subject }) => subject.includes("SET-")).length;
    // The receipt leaves after the webhook was sent again: a second warning would have left before it.
    await expect.poll(receipts).toBe(1);
    expect((await warnings()).length).toBe(1);
  });

  it("leads by the stop link of before the reinstall to the admin, where Setup has the same button", async () => {
    const { t } = admin.words;
    await visitor.goto(link(await warning(), "stop"));
    await visitor.waitForURL("**/exit/installed");
    await visitor.getByRole("link", { name: t("links.installedGo"), exact: true }).waitFor();
    await shot(visitor, `stop-${locale}`);
  });
});

describe("a link that is wrong", () => {
  it("says so plainly and tells how to finish without any link", async () => {
    const page = await demo.newPage({ javaScriptEnabled: false });
    const pages = watchExitPages(page, demo);
    await page.goto(`${demo.appUrl}/l/not-a-link`);
    await page.getByRole("heading", { name: "This link has expired" }).waitFor();
    await page.getByText("Sign in at app.impact.com").waitFor();
    await page.locator("#shop").fill("nobody.myshopify.com");
    await page.getByRole("button", { name: "Send new link" }).click();
    await page.getByText("If Settled knows this store, a new link is on its way").waitFor();
    await pages.holds();
  });
});
