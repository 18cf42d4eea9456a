import { beforeAll, describe, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { written } from "#test/seen.ts";
import { Admin } from "./support/admin.ts";
import { tellFacts } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { walkedIn } from "./support/languages.ts";
import { ticketsOf } from "./support/sandbox-calls.ts";
import { isSent } from "./support/way-out.ts";

const demo = demoForFile();

const FEE: Record<Locale, string> = {
  en: "at least $30.00",
  "zh-CN": "至少 $30.00",
  "zh-TW": "至少 $30.00",
  ja: "$30.00以上",
  de: "mindestens 30,00\u00a0$",
  fr: "au moins 30,00\u00a0$",
  es: "al menos 30,00\u00a0$",
  it: "almeno 30,00\u00a0$",
  nl: "minstens $\u00a030,00",
  da: "mindst 30,00\u00a0$",
  sv: "minst 30,00\u00a0$",
  nb: "minst 30,00\u00a0$",
};
const BALANCE: Record<Locale, string> = {
  en: "$40.00",
  "zh-CN": "$40.00",
  "zh-TW": "$40.00",
  ja: "$40.00",
  de: "40,00 $",
  fr: "40,00 $",
  es: "40,00 $",
  it: "40,00 $",
  nl: "$ 40,00",
  da: "40,00 $",
  sv: "40,00 $",
  nb: "40,00 $",
};
const ENTERED: Record<Locale, RegExp> = {
  en: /^You entered this for May/,
  "zh-CN": written("由您填写，2026年5月"),
  "zh-TW": written("由您填寫，2026年5月"),
  ja: written("入力された値、2026年5月"),
  de: /^Von dir eingegeben, Stand .*Mai\s2026/,
  fr: /^Saisi par vous, à la date du .*mai\s2026/,
  es: /^Lo introdujiste para .*may\s2026/,
  it: /^L’hai inserito per .*mag\s2026/,
  nl: /^Door jou ingevuld voor .*mei\s2026/,
  da: /^Indtastet af dig for .*maj\s2026/,
  sv: /^Du angav det för .*maj\s2026/,
  nb: /^Du oppga dette for .*mai\s2026/,
};

describe.each(walkedIn("zh-CN"))("a merchant who does not connect, in $locale", ({ locale, store }) => {
  let admin: Admin;
  beforeAll(async () => {
    admin = await Admin.enter(demo, store, locale);
  });

  it("answers a few questions and nothing else", async () => {
    const { t } = admin.words;
    await admin.open();
    await admin.button(t("home.setupWithout")).click();
    await admin.heading.filter({ hasText: t("setup.title") }).waitFor();
    const balance = admin.app.locator(".Polaris-TextField", {
      has: admin.app.getByLabel(t("facts.balance"), { exact: true }),
    });
    for (const currency of ["EUR", "USD"]) {
      await admin.app.getByLabel(t("facts.currency")).selectOption(currency);
      await balance.getByText(currency, { exact: true }).waitFor();
    }
    await tellFacts(admin, { signedUpOn: "2026-03-10", balance: "40.00", balanceAsOf: "2026-05-12" });
    // Nobody has read the actions: nobody knows what the card pays, but the least of the fee.
    await expect.poll(() => admin.app.locator(".money-lead .money-value").innerText()).toBe(FEE[locale]);
  });

  it("sees which figures rest on those answers", async () => {
    const { t } = admin.words;
    await admin.app.getByText(t("freshness.notConnected"), { exact: true }).waitFor();
    const funding = admin.app.locator(".money-figure", { hasText: t("overview.funding") });
    await funding.getByText(BALANCE[locale], { exact: true }).waitFor();
    await funding.getByText(ENTERED[locale]).waitFor();
    await shot(admin.page, `not-connected-${locale}`);
  });

  it("hands over the request all the same; it says what was not checked", async () => {
    const { t } = admin.words;
    const before = (await ticketsOf(demo)).length;
    await admin.go(t("nav.close"));
    await admin.button(t("close.review")).click();
    await admin.button(t("review.submit")).click();
    await isSent(admin);
    await expect.poll(async () => (await ticketsOf(demo)).length).toBe(before + 1);
    expect((await ticketsOf(demo))[0]?.text).toContain("Not checked:");
  });
});
