import { AxeBuilder } from "@axe-core/playwright";
import type { Frame, Page } from "playwright-core";

/** What axe finds wrong, one line each; inside one frame of the page when its selector is given. */
export async function axeFindings(page: Page, frame?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (frame ? builder.include(frame) : builder).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target }) => !frame || target.length > 1)
      .map(({ target, failureSummary }) => `${id} ${target.at(-1)}: ${failureSummary}`),
  );
}

/** How many pixels of the page lie beyond its right edge. */
export function sidewaysOverflow(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
