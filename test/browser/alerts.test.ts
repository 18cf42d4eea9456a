import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { axeFindings, sidewaysOverflow } from "./support/page-checks.ts";
import { flowTriggersOf, mailsTo, moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
const WIDTHS = [1280, 390] as const;

describe("alerts, from the limit to the mail", () => {
  let admin: Admin;
  beforeAll(async () => {
    await moveClockTo(demo, "2026-05-20");
    admin = await Admin.enter(demo, "acme-outdoor", "en");
    await connected(admin, "story", STORY_FACTS);
  });

  it("takes amounts as people type them, leads from an error to its entry, and says Saved", async () => {
    await admin.open("/setup");
    await admin.button("Set alerts").click();
    await admin.heading.filter({ hasText: "Alerts" }).waitFor();
    // The focus went along to the heading of the page that was opened.
    await expect.poll(() => admin.frame().evaluate(() => document.activeElement?.tagName)).toBe("H1");
    demo.noise.expect(422, /\/app\/setup\/alerts/);
    await admin.app.getByLabel("Commissions in 7 days reach").fill("a lot");
    await admin.button("Save alerts").click();
    await admin.app.getByRole("link", { name: /Commissions in 7 days reach must be an amount/ }).click();
    expect(await admin.frame().evaluate(() => document.activeElement?.id)).toBe("weeklyCommissions");
    await admin.app.getByLabel("Commissions in 7 days reach").fill("50,00");
    await admin.app.getByLabel("Email me about alerts").check();
    await admin.button("Save alerts").click();
    await admin.app.getByRole("status").filter({ hasText: "Saved" }).waitFor();
    await admin.open("/setup/alerts");
    expect(await admin.app.getByLabel("Commissions in 7 days reach").inputValue()).toBe("50.00");
    expect(await axeFindings(admin.frame())).toEqual([]);
  });

  it("tells once on Home, by mail and in Flow when the $75.00 of May 30 is tracked", async () => {
    await moveClockTo(demo, "2026-05-31");
    await expect
      .poll(async () => (await flowTriggersOf(demo, "acme-outdoor")).map(({ handle }) => handle))
      .toContain("alert-crossed");
    const [trigger] = (await flowTriggersOf(demo, "acme-outdoor")).filter(
      ({ handle }) => handle === "alert-crossed",
    );
    expect(trigger?.payload).toMatchObject({
      Alert: "weekly-commissions",
      Amount: 75,
      Limit: 50,
      Currency: "USD",
    });
    const subjects = async () =>
      (await mailsTo(demo, "owner@acme-outdoor.example")).map(({ subject }) => subject);
    await expect.poll(subjects).toContain("Commissions of 7 days reached your limit");
    await admin.open("");
    await admin.app.getByText("A limit you set is reached").waitFor();
    await shot(admin.page, "home-alert-en");
    await admin.app.getByRole("button", { name: "Dismiss notification" }).click();
    await expect.poll(() => admin.app.getByText("A limit you set is reached").count()).toBe(0);
    await admin.open("");
    expect(await admin.app.getByText("A limit you set is reached").count()).toBe(0);
  });

  it.each(["en", "zh-CN"] as const)(
    "shows the page of alerts, and the public pages, in %s",
    async (locale) => {
      await admin.speak(locale);
      for (const width of WIDTHS) {
        await admin.page.setViewportSize({ width, height: 900 });
        await admin.open("/setup/alerts");
        expect(await sidewaysOverflow(admin.frame())).toBe(0);
        await shot(admin.page, `alerts-${locale}`);
        const page = await demo.newPage({ viewport: { width, height: 900 }, locale });
        for (const path of ["privacy", "support"]) {
          await page.goto(`${demo.appUrl}/${path}`);
          expect(await axeFindings(page.mainFrame())).toEqual([]);
          expect(await sidewaysOverflow(page.mainFrame())).toBe(0);
          await shot(page, `${path}-${locale}`);
        }
        await page.context().close();
      }
    },
  );
});

describe("what can be passed on by its address", () => {
  let admin: Admin;
  beforeAll(async () => {
    await moveClockTo(demo, "2026-07-02");
    admin = await Admin.enter(demo, "acme-outdoor", "en");
  });

  it("opens the explanation that the address names, on the fee preview and on Close account", async () => {
    for (const [path, figure] of [
      ["/fees", "preview.thisMonth.fee.low"],
      ["/close", "closure.earliestClosing.date"],
    ]) {
      await admin.open(`${path}?why=${figure}`);
      await admin.app.getByText("impact.com’s rule").waitFor();
      await shot(admin.page, `why${String(path).replaceAll("/", "-")}-en`);
    }
    await admin.open("/fees");
    await admin.app
      .getByRole("button", { name: /^Why this number/ })
      .first()
      .click();
    await expect.poll(() => admin.frame().evaluate(() => window.location.search)).toContain("why=preview.");
  });

  it("shows the closing scenario of the address on the cost page", async () => {
    await admin.open("/close/cost?if=ended");
    const shown = admin.app.getByRole("navigation", { name: "Scenario" }).locator("[aria-current]");
    if ((await shown.count()) > 0) expect(await shown.innerText()).toBe("All contracts end today");
    await shot(admin.page, "cost-ended-en");
  });

  it("lists the account's days on Home, and offers print and CSV on a phone", async () => {
    await admin.page.setViewportSize({ width: 390, height: 844 });
    await admin.open("/fees");
    await admin.app.getByRole("button", { name: "Print", exact: true }).waitFor();
    await admin.open("");
    await admin.app.getByText("Account timeline").click();
    await admin.app.getByText("You signed up for impact.com").waitFor();
    await shot(admin.page, "home-timeline-en");
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    await shot(admin.page, "home-timeline-en");
  });

  it("shows what is sent beside the two buttons, which a phone has before the end of the text", async () => {
    for (const width of WIDTHS) {
      await admin.page.setViewportSize({ width, height: 900 });
      await admin.open("/close/review");
      expect(await sidewaysOverflow(admin.frame())).toBe(0);
      expect(await axeFindings(admin.frame())).toEqual([]);
      const send = admin.app.locator(".Polaris-Button--variantPrimary");
      const top = await send.evaluate((button) => button.getBoundingClientRect().top);
      expect(top).toBeLessThan(width === 390 ? 1_200 : 600);
      await shot(admin.page, "review-en");
    }
  });
});
