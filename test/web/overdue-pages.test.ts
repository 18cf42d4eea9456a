import { afterAll, beforeAll, expect, it } from "vitest";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

// impact.com's own invoices say it: no answer of the merchant is needed for it (fault 6).
it("names what is overdue before the key facts are entered, at the top of Home and Close, and outside the admin", async () => {
  const row = await pages.aStore("delinquent", { stated: false });
  const SAID = {
    en: [
      "$984.00 overdue, the oldest of 3 invoices since Mon, Feb 16, 2026",
      "Your impact.com account has overdue payments",
    ],
    "zh-CN": [
      "逾期 $984.00：3 张合作伙伴发票，最早的自 2026年2月16日（周一）起",
      "您的 impact.com 账户有逾期款项",
    ],
  } as const;
  const languages = ["en", "zh-CN"] as const;
  for (const locale of languages) {
    const [overdue, title] = SAID[locale];
    const home = await pages.adminPage(row.shop, "/app", locale);
    expect(home.text).toContain(title);
    expect(home.text).toContain(overdue);
    expect((await pages.adminPage(row.shop, "/app/close", locale)).text).toContain(overdue);
  }
  // The mail that an uninstall would send, as Setup shows it.
  const MAIL = {
    en: "Overdue: $984.00 (since Mon, Feb 16, 2026)",
    "zh-CN": "逾期：$984.00（自 2026年2月16日（周一）起）",
  };
  for (const locale of languages)
    expect((await pages.adminPage(row.shop, "/app/setup", locale)).text).toContain(MAIL[locale]);
  const open = await pages.exitPages(row);
  // Figures of two things do not run into each other.
  expect((await open("/exit", "en")).text).toContain("$984.00 · 1 due by May 16, $390.00");
  for (const locale of languages) expect((await open("/exit", locale)).text).toContain(SAID[locale][0]);
});
