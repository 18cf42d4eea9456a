import { expect, it } from "vitest";
import { statements } from "#test/docs/help-pages.ts";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile } from "./support/demo.ts";
import { readLedger } from "./support/ledger-page.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";
import { handOverFromHome } from "./support/way-out.ts";

const demo = demoForFile();

const EVERYWHERE = ["", "/close", "/close/route", "/close/trial", "/close/questions", "/close/review"];
const STARTER_TASKS = [
  "expire-contracts",
  "settle-invoices",
  "pay-actions",
  "delete-catalogs",
  "refund-form",
];
const BRAND_TASKS = [
  "withdraw-switches",
  "settle-pending-actions",
  "cover-required-funding",
  "wait-for-last-lock",
];
const PARTNER_TASKS = [
  "route",
  "partner-contracts",
  "partner-upcoming",
  "partner-overdue",
  "partner-balance",
];
const task = (key: string) => `/close/${key}`;

it("shows the words of every statement of impact.com's help pages on one of its pages", async () => {
  // A fee's day in S3's story, so that Home speaks of the fee of today.
  await moveClockTo(demo, "2026-07-01");
  const seen: string[] = [];
  const read = async (admin: Admin, paths: readonly string[]) => {
    for (const path of paths) {
      await admin.open(path);
      await unfolded(admin);
    }
  };
  /** What the page says at once, and what a press on each of its folds shows. */
  const unfolded = async (admin: Admin) => {
    const body = admin.app.locator("body");
    await body.evaluate((page) => {
      for (const fold of page.querySelectorAll("details")) fold.open = true;
      for (const fold of page.querySelectorAll<HTMLElement>("[aria-expanded=false]:not([aria-haspopup])"))
        fold.click();
    });
    // What a fold holds may be fetched when it opens.
    await expect.poll(() => body.locator("[aria-busy=true], .Polaris-Spinner").count()).toBe(0);
    await admin.ready();
    seen.push(await body.innerText());
  };
  const answer = async (admin: Admin, label: string) => {
    await admin.open("/close/route");
    await admin.app.locator("label", { hasText: label }).click();
    await admin.button(admin.words.t("trial.decide")).click();
    await admin.app
      .locator("h1")
      .filter({ hasText: admin.words.t("close.title") })
      .waitFor();
  };
  // A store without an answer yet, then as another brand, then as a partner.
  const busy = await Admin.enter(demo, "busy-bikes", "en");
  const { t } = busy.words;
  await read(busy, ["", "/setup", "/close"]);
  await answer(busy, t("route.account.other-brand"));
  await read(busy, [
    "/close",
    "/close/questions",
    "/close/review",
    ...BRAND_TASKS.map(task),
    task("expire-contracts"),
  ]);
  await answer(busy, t("route.account.partner"));
  await read(busy, [
    "/close",
    "/close/questions",
    "/close/review",
    "/close/details",
    ...PARTNER_TASKS.map(task),
  ]);
  // S3's merchant, connected, and with a request on its way.
  const acme = await Admin.enter(demo, "acme-outdoor", "en");
  await connected(acme, "story", STORY_FACTS);
  await read(acme, [...EVERYWHERE, "/setup", "/before-uninstall", ...STARTER_TASKS.map(task)]);
  await acme.open("/ledger");
  await readLedger(acme);
  await unfolded(acme);
  await handOverFromHome(demo, acme);
  await acme.app.getByText("SET-").first().waitFor();
  await unfolded(acme);

  const all = seen.join("\n").replaceAll(/\s+/g, " ").toLowerCase();
  const unseen = statements()
    .filter(({ key, shownBy }) => key !== null && shownBy === "test/browser/help-pages.test.ts")
    .filter(({ words }) => !all.includes(words.replaceAll(/\s+/g, " ").toLowerCase()))
    .map(({ number, key, words }) => `${number} ${key}: ${words}`);
  expect(unseen).toEqual([]);
});
