import axe from "axe-core";
import type { Frame } from "playwright-core";

/** An amount of money: its sign stands before the figure in some languages, behind it in others. */
export const AMOUNT = /[$€]\s?\d|\d\s?[$€]/;

/** What axe finds wrong in a frame, one line each. It runs in that frame alone, as if it were the whole page. */
export async function axeFindings(frame: Frame, without: string[] = []): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"], rules }),
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.at(-1)}: ${failureSummary}`),
  );
}

/** How many pixels of the page lie beyond its right edge. */
export function sidewaysOverflow(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Tables that reach beyond the right edge of what holds them, by their headings: cut off there, or to be scrolled. */
export function tablesCutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll("main table")]
      .filter((table) => table.checkVisibility())
      .filter((table) => {
        const holder = table.closest(".table-scroll, .Polaris-ShadowBevel, main");
        const edge = (holder?.getBoundingClientRect().right ?? 0) + 1;
        return [table, ...table.querySelectorAll("tbody :is(th, td)")].some(
          (part) => part.getBoundingClientRect().right > edge,
        );
      })
      .map((table) => table.querySelector("thead")?.textContent ?? ""),
  );
}

/** How many words somebody reads on the page as it opens; the labels inside pictures and their legends are none. */
export function wordsOnPage(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const read = (element: Element): string => {
      if (element.matches("svg, .chart-legend, .visually-hidden, script, style")) return " ";
      if (!element.checkVisibility()) return " ";
      return [...element.childNodes]
        .map((node) => (node instanceof Element ? ` ${read(node)} ` : (node.textContent ?? "")))
        .join("");
    };
    const main = document.querySelector("main");
    return (main ? read(main) : "").split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
  });
}

/** Words somebody reads before opening a fold: what is painted, without labels inside charts and without the folds' names. */
export function proseWords(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node;
      if (
        !parentElement ||
        parentElement.closest("svg, script, style, summary, .Polaris-Text--visuallyHidden")
      )
        continue;
      if (!parentElement.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      words += (textContent ?? "").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    return words;
  });
}
