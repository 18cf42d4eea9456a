import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { busySeed } from "#sandbox/impact/seeds/busy.ts";
import { ROOT } from "#scripts/prepare.ts";
import { Admin } from "#test/browser/support/admin.ts";
import { connected } from "#test/browser/support/connect.ts";
import { demoForFile } from "#test/browser/support/demo.ts";
import { ImpactUi } from "#test/browser/support/impact-ui.ts";
import { mailsTo, moveClockTo } from "#test/browser/support/sandbox-calls.ts";

/** Shopify's listing takes 1600 × 900 pixels: the app's frame alone, a quarter larger than on a plain screen. */
const SIZE = { width: 1280, height: 720 };
const LARGER = 1.25;
const FOLDER = path.resolve(ROOT, process.env.SCREENS_OUT ?? "screenshots");
const OWNER = "owner@acme-outdoor.example";

const demo = demoForFile();
const keep = (page: Page, name: string, clip?: { x: number; y: number; width: number; height: number }) => {
  mkdirSync(FOLDER, { recursive: true });
  return page.screenshot({ path: path.join(FOLDER, `${name}.png`), ...(clip && { clip }) });
};

// `npm run screens -- --listing`: the pictures of docs/listing, which the README shows too.
describe.runIf(process.env.SCREENS_LISTING === "1")("the listing's pictures", () => {
  let admin: Admin;
  let page: Page;
  beforeAll(async () => {
    await moveClockTo(demo, "2026-07-02");
    page = await demo.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: LARGER });
    admin = new Admin(demo, page, "acme-outdoor", "en");
    await admin.speak("en");
    const { signedUpOn } = busySeed().account;
    await connected(admin, "busy", { signedUpOn, balance: "50.00", balanceAsOf: "2026-05-12" });
    // Nothing is overdue: the listing shows the usual case.
    await new ImpactUi(demo, await demo.newPage(), "busy").payAllInvoices();
    await admin.open();
    await admin.button(admin.words.t("freshness.again")).click();
    await admin.heading.filter({ hasText: admin.words.t("overview.title.open") }).waitFor();
  });

  /** The frame in exactly that size. */
  async function picture(name: string) {
    const frame = page.locator("iframe#app");
    const { width, height } = page.viewportSize() ?? SIZE;
    const box = await frame.boundingBox();
    if (!box) throw new Error("The admin shows no app.");
    await page.setViewportSize({
      width: width + SIZE.width - Math.round(box.width),
      height: height + SIZE.height - Math.round(box.height),
    });
    const { x, y } = (await frame.boundingBox()) ?? box;
    await admin.frame().evaluate(() => document.fonts.ready);
    await keep(page, name, { x, y, ...SIZE });
  }

  it.each([
    ["home", ""],
    ["fee-preview", "/fees"],
    ["ledger", "/ledger"],
    ["close-account", "/close"],
    ["closing-request", "/close/review"],
  ])("%s", async (name, place) => {
    await admin.open(place);
    await picture(name);
  });

  it("exit", async () => {
    await admin.uninstall();
    const link = async () => {
      const mails = await mailsTo(demo, OWNER);
      return /http:\/\/localhost:\d+\/l\/\S+/.exec(
        mails.find(({ text }) => text?.includes("/l/"))?.text ?? "",
      )?.[0];
    };
    await expect.poll(link).toBeDefined();
    const visitor = await demo.newPage({
      viewport: SIZE,
      deviceScaleFactor: LARGER,
      javaScriptEnabled: false,
      locale: "en",
    });
    await visitor.goto((await link()) ?? "");
    await keep(visitor, "exit");
  });
});
