import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { ROOT } from "#scripts/prepare.ts";
import type { Admin } from "#test/browser/support/admin.ts";
import { axeFindings, sidewaysOverflow } from "#test/browser/support/page-checks.ts";
import { stylesMissed } from "#test/browser/support/styles-left-out.ts";

/** What `npm run screens` was asked for: where the pictures go, which of them, in which languages. */
const FOLDER = path.resolve(ROOT, process.env.SCREENS_OUT ?? "screenshots");
const ONLY = (process.env.SCREENS_ONLY ?? "").split(",");
const isWanted = (file: string) => ONLY.some((part) => file.includes(part));
const asked = (process.env.SCREENS_LANGUAGES ?? "").split(",");
const IS_CHECKED = process.env.SCREENS_CHECK === "1";
export const LANGUAGES: Locale[] = process.env.SCREENS_LANGUAGES
  ? LOCALES.filter((locale) => asked.includes(locale))
  : [...LOCALES];
const WIDTHS = { admin: [1280, 390], alone: [1010, 390, 320], mail: [600, 390] };

/** The mock-ups have no language in the names of the English ones. */
const named = (name: string, locale: Locale) => (locale === "en" ? name : `${name}-${locale}`);

/** Whether `--only` names this picture. */
export const isAsked = (name: string, locale: Locale): boolean => isWanted(named(name, locale));

/** Whether any of these is wanted in any of the languages: else nothing needs to be brought about for them. */
export const areAsked = (screens: readonly Pick<Screen, "name">[]): boolean =>
  screens.some(({ name }) => LANGUAGES.some((locale) => isAsked(name, locale)));

/** What a merchant does on the page before the picture, where there is anything. */
export type Screen = { name: string; path: string; act?: () => Promise<void> };

/** Two frames later what was changed has been drawn: without it a frame that has just grown is blank on a busy machine. */
const painted = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** One page in each width: `name-width.png`, or with the language between the two where it is not English. */
export async function picture(page: Page, name: string, locale: Locale, kind: keyof typeof WIDTHS) {
  const file = named(name, locale);
  if (!isWanted(file)) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const width of WIDTHS[kind]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await page.evaluate(() => document.fonts.ready);
    await showWhole(page);
    await page.screenshot({ path: path.join(FOLDER, `${file}-${width}.png`), fullPage: true });
    if (IS_CHECKED) await check(page, `${file}-${width}`, kind !== "alone");
  }
  if (before) await page.setViewportSize(before);
}

/**
 * The admin gives the app's frame a share of the screen: here it gets what it holds, and the screen grows with it. Where a
 * dialog is open that is the dialog: the page below it may be far longer.
 */
async function showWhole(page: Page): Promise<void> {
  const frame = page.frame({ name: "app-iframe" });
  if (!frame) return;
  const box = page.locator("iframe#app");
  const first = page.viewportSize() ?? { width: 0, height: 0 };
  await box.evaluate((element) => element.removeAttribute("style"));
  // What it holds may grow with it, as a picture does that fits only then.
  for (let tries = 0; tries < 4; tries += 1) {
    const held = await frame.evaluate(() => {
      const dialog = document.querySelector("dialog[open]");
      if (!dialog) return document.documentElement.scrollHeight;
      const { marginTop } = getComputedStyle(dialog);
      return dialog.scrollHeight + 2 * Number.parseFloat(marginTop);
    });
    const bottom = await box.evaluate((element, height) => {
      const { style } = element as HTMLElement;
      if (height > element.clientHeight)
        Object.assign(style, { flex: "none", minHeight: "0", height: `${height}px` });
      return element.getBoundingClientRect().bottom + window.scrollY;
    }, held);
    await page.setViewportSize({ width: first.width, height: Math.max(first.height, Math.ceil(bottom)) });
  }
  await frame.evaluate(painted);
}

/** `--check`: what axe finds, and what lies beyond the edge where 1280 pixels are enlarged to 400 %. */
async function check(page: Page, name: string, runsScripts: boolean): Promise<void> {
  const frame = page.frame({ name: "app-iframe" }) ?? page.mainFrame();
  // axe waits for timers, which never come where a page's scripts are switched off.
  if (runsScripts) expect.soft([name, ...(await axeFindings(frame))]).toEqual([name]);
  expect.soft([name, ...(await stylesMissed(frame))]).toEqual([name]);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 256 });
  expect.soft([name, await sidewaysOverflow(frame)]).toEqual([name, 0]);
  if (before) await page.setViewportSize(before);
}

/** Opens pages of the app in each language and keeps their pictures. */
export async function pictures(admin: Admin, screens: Screen[]): Promise<void> {
  for (const locale of LANGUAGES) {
    const wanted = screens.filter(({ name }) => isWanted(named(name, locale)));
    if (wanted.length === 0) continue;
    await admin.speak(locale);
    for (const { name, path: place, act } of wanted) {
      await admin.open(place);
      await act?.();
      if (place.includes("why=")) await admin.app.locator(".why blockquote").first().waitFor();
      await picture(admin.page, name, locale, "admin");
    }
  }
  await admin.speak("en");
}
