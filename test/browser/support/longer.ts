import type { Frame } from "playwright-core";

/**
 * Makes every text of a page half as long again, with accents and hooks on its letters, as a language does that is longer
 * than ours: a made-up one, which is nobody's. Figures and addresses stay; so do pictures, which place their own labels.
 */
export function lengthen(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const accents: Record<string, string> = {
      a: "ä",
      e: "é",
      i: "ï",
      o: "ö",
      u: "ů",
      n: "ñ",
      c: "ç",
      y: "ÿ",
    };
    const longer = (word: string) =>
      /[\d@/]/.test(word)
        ? word
        : word.replaceAll(/[a-z]/g, (letter) => accents[letter] ?? letter) +
          "ëÿ".repeat(Math.ceil(word.length / 4));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("svg, script, style, .visually-hidden")) texts.push(node as Text);
    let count = 0;
    for (const text of texts) {
      const long = (text.textContent ?? "").replaceAll(/\p{L}[^\s]*/gu, longer);
      if (long !== text.textContent) count += 1;
      text.textContent = long;
    }
    return count;
  });
}

/** Texts of which something is cut off: their boxes are smaller than they are and show no way to the rest. */
export function cutTexts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    /** A table that is wider than the screen scrolls by itself. */
    const isInScroller = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        if (!element.checkVisibility() || element.closest("svg, .visually-hidden")) return false;
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        const { overflowX, overflowY, clip } = getComputedStyle(element);
        const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
        // What is only for screen readers is a box of one pixel.
        if (!own || clip !== "auto" || element.clientWidth <= 1) return false;
        const isCut =
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
        // A figure or word that stands out of what clips it.
        const box = element.getBoundingClientRect();
        return (
          isCut ||
          (box.width > 0 && box.right > document.documentElement.clientWidth + 1 && !isInScroller(element))
        );
      })
      .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent?.slice(0, 60)}`);
  });
}
