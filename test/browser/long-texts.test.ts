import { beforeAll, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected, STORY_FACTS } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { cutTexts, lengthen } from "./support/longer.ts";
import { sidewaysOverflow } from "./support/page-checks.ts";
import { moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  await moveClockTo(demo, "2026-07-02");
  admin = await Admin.enter(demo, "acme-outdoor", "en", 390);
  await connected(admin, "story", STORY_FACTS);
});

const PAGES = [
  "",
  "/fees",
  "/ledger",
  "/close",
  "/close/cost",
  "/close/expire-contracts",
  "/close/review",
  "/setup",
];

it.each(PAGES)("'/app%s' has room on a phone for texts half as long again", async (path) => {
  await admin.page.setViewportSize({ width: 390, height: 844 });
  await admin.open(path);
  expect(await lengthen(admin.frame())).toBeGreaterThan(20);
  await shot(admin.page, `long${path.replaceAll("/", "-")}`);
  expect(await cutTexts(admin.frame())).toEqual([]);
  expect(await sidewaysOverflow(admin.frame())).toBe(0);
});

it.each(["/exit/link", "/privacy"])("%s has it too", async (path) => {
  const page = await demo.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${demo.appUrl}${path}`);
  expect(await lengthen(page.mainFrame())).toBeGreaterThan(5);
  expect(await cutTexts(page.mainFrame())).toEqual([]);
  expect(await sidewaysOverflow(page.mainFrame())).toBe(0);
});
