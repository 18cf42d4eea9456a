import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import type { Demo } from "./demo.ts";
import { axeFindings, sidewaysOverflow, tablesCutOff } from "./page-checks.ts";

/** Everything a stand-alone page may weigh, in bytes as they arrive in the browser (experience.md 3). */
const MAX_BYTES = 60_000;

/** Holds the stand-alone pages a visitor comes through to their budget; begin before the first of them. */
export function watchExitPages(page: Page, demo: Demo) {
  let answers: Response[] = [];
  let reader: Page | undefined;
  /** The same page where scripts run: axe is one, and the visitor's browser has none. */
  const copyOf = async (original: Page): Promise<Page> => {
    reader ??= await demo.newPage();
    await reader.setViewportSize({ width: 320, height: 800 });
    // Within our own address, so that the style sheet may be read.
    await reader.goto(`${demo.appUrl}/healthz`);
    await reader.setContent(await original.content());
    return reader;
  };
  page.on("request", (request) => {
    if (request.isNavigationRequest()) answers = [];
  });
  page.on("response", (response) => answers.push(response));
  return {
    /** The page as it is now: small, ours alone, without a script, within 320 pixels, without a finding of axe. */
    async holds(): Promise<void> {
      const where = page.url();
      await page.waitForLoadState("networkidle");
      // A redirect has no body of its own.
      const sizes = await Promise.all(
        answers.map((each) =>
          each.body().then(
            (body) => body.byteLength,
            () => 0,
          ),
        ),
      );
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect([where, total > 1_000, total <= MAX_BYTES]).toEqual([where, true, true]);
      expect(answers.map((each) => new URL(each.url()).origin)).toEqual(answers.map(() => demo.appUrl));
      expect(await page.locator("script").count()).toBe(0);
      const before = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 800 });
      expect([where, await sidewaysOverflow(page.mainFrame())]).toEqual([where, 0]);
      expect([where, await tablesCutOff(page.mainFrame())]).toEqual([where, []]);
      expect([where, await axeFindings((await copyOf(page)).mainFrame())]).toEqual([where, []]);
      if (before) await page.setViewportSize(before);
    },
  };
}
