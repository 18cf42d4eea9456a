import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "#app/adapters/mail/render-html.ts";
import type { Locale } from "#app/messages/locales.ts";
import { codeFor, macOfCode } from "#app/services/exit/exit-code.ts";
import { composeExitCode } from "#app/services/mail/compose-exit-code.server.ts";
import { composeReceipt } from "#app/services/mail/compose-receipt.server.ts";
import { reminderText } from "#app/services/mail/reminder-text.ts";
import { chargeQuestionText, refundLateText, statusText } from "#app/services/mail/status-text.ts";
import { warningText } from "#app/services/mail/warning-text.ts";
import { warningFactsSchema } from "#app/services/uninstall/warning-facts.ts";
import { aMail, aShop } from "#test/factories/rows.ts";
import { createFakeDeps, fakeSettings } from "#test/fakes/deps.ts";
import { shot } from "./support/demo.ts";
import { axeFindings } from "./support/page-checks.ts";

const links = { finish: "https://settled.example/l/a.b", stop: "https://settled.example/stop/a.b" };
const known = {
  shopName: "Acme Outdoor",
  account: "0001",
  timeZone: "America/New_York",
  currency: "USD",
  asOf: "2026-06-20T12:00:00Z",
};
const warning = warningFactsSchema.parse({
  ...known,
  nextFee: { amount: "30.00", bound: "atLeast", date: "2026-07-01" },
  minimum: { perMonth: "30.00", perYear: "360.00" },
});
const reminder = {
  ...known,
  feeOn: "2026-07-01",
  maybe: false,
  minimum: "30.00",
  isEstimate: false,
  because: "choice",
} as const;
const request = {
  shopName: "Acme Outdoor",
  reference: "SET-7KQ2-M9XD",
  ticketNumber: "10001",
  timeZone: "America/New_York",
};
const text = `Hello impact.com support,\n\n${"You closed my account (my reference SET-7KQ2-M9XD). ".repeat(4)}`;
const left = { ...request, installed: false, refundBy: "2026-07-07", closedOn: "2026-06-22", text };
const change = { ...request, installed: true, step: "desk-waits", at: "2026-06-22T09:00:00Z" } as const;
const undated = { ...change, isBilled: true, refundBy: null, askChargeOn: null };
/** Mails that are written from their row alone. */
async function fromRow(purpose: "closing-receipt" | "exit-code", locale: Locale) {
  const deps = createFakeDeps();
  const now = deps.clock.now();
  const shop = aShop({ uninstalledAt: now });
  await deps.db.shops.save(shop);
  const codeId = "a-code";
  const codeMac = macOfCode(
    codeFor(codeId, deps.settings.secrets.codes[0]),
    "visit",
    deps.settings.secrets.codes[0],
  );
  const code = {
    visit: "visit",
    shop: shop.shop,
    codeMac,
    tries: 0,
    createdAt: now,
    expiresAt: now.add({ minutes: 9 }),
    provedUntil: null,
    mailId: null,
  };
  await deps.db.exitCodes.save(code);
  const sent = {
    sentAt: now.toString(),
    timeZone: "America/New_York",
    supportAddress: "help-desk@impact.test",
  };
  const content = { reference: request.reference, subject: "Please close account IR1", body: text, ...sent };
  const row = aMail({ shop: shop.shop, purpose, locale, content: { ...content, codeId, visit: "visit" } });
  const composed = await (purpose === "exit-code" ? composeExitCode(row, deps) : composeReceipt(row, deps));
  if (composed.outcome !== "mail" || composed.mail.body.kind !== "blocks") throw new Error("No mail.");
  return { subject: composed.mail.subject, blocks: composed.mail.body.blocks };
}
const MAILS = {
  receipt: (locale: Locale) => fromRow("closing-receipt", locale),
  code: (locale: Locale) => fromRow("exit-code", locale),
  status: (locale: Locale) => statusText(undated, locale, { ...links, finish: null }, fakeSettings),
  refundLate: (locale: Locale) => refundLateText(left, locale, links, fakeSettings),
  charge: (locale: Locale) => chargeQuestionText(left, locale, links, fakeSettings),
  warning: (locale: "en" | "zh-CN") => warningText(warning, locale, links, fakeSettings),
  reminder: (locale: "en" | "zh-CN") => reminderText(reminder, null, locale, links, fakeSettings),
};
const CASES = (["warning", "reminder", "status", "refundLate", "charge", "receipt", "code"] as const).flatMap(
  (mail) =>
    (["en", "zh-CN"] as const).flatMap((locale) =>
      (["light", "dark"] as const).map((scheme) => ({ mail, locale, scheme })),
    ),
);

describe("the e-mails in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = await sparticuz.executablePath();
    browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
      headless: true,
    });
  });
  afterAll(() => browser.close());

  it.each(CASES)(
    "shows the $mail in $locale, $scheme: legible, fetching nothing, at 320 px",
    async (each) => {
      const { mail, locale, scheme } = each;
      const { subject, blocks } = await MAILS[mail](locale);
      const context = await browser.newContext({
        colorScheme: scheme,
        viewport: { width: 320, height: 900 },
      });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.setContent(renderHtml(blocks, locale, subject));
      expect(asked).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await axeFindings(page.mainFrame(), ["region", "page-has-heading-one"])).toEqual([]);
      await shot(page, `mail-${mail}-${locale}-${scheme}`);
      await context.close();
    },
  );
});
