import type { Frame } from "playwright-core";

/** Boxes and radio buttons that come ticked (pattern 6 of docs/dark-patterns.md), as `type name`. */
export function preTicked(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]")]
      .filter(({ checked }) => checked)
      .map(({ type, name }) => `${type} ${name}`),
  );
}

/** Things that blink or count down (8): motion without an end, other than what says "loading". */
export function endlessMotion(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      if (playState !== "running" || effect?.getTiming().iterations !== Number.POSITIVE_INFINITY) return [];
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      return target?.closest("[role=status], [class*=Spinner], [class*=Skeleton]") ? [] : [target?.className];
    }),
  ) as Promise<string[]>;
}

/** The amounts of the fee preview that are no facts: this month's, and the likely one of each month to come with their sum. */
export function estimatedAmounts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const months = document.querySelectorAll("table.figures");
    const ahead = [...months].find((table) => table.querySelectorAll("thead th").length === 5);
    const rows = ahead?.querySelector("tbody")?.querySelectorAll("tr:not(.figures-section)") ?? [];
    const likely = [...rows].map((row) => row.querySelector("td"));
    return [document.querySelector(".money-big"), ...likely].map((cell) => cell?.textContent ?? "");
  });
}

export type Choice = { text: string; area: number; contrast: number; weight: number; focused: boolean };

/** How loud each way on beside the one named is, and that one: area in square pixels, contrast to the page (5). */
export function loudness(frame: Frame, name: string): Promise<{ leave: Choice | null; others: Choice[] }> {
  return frame.evaluate((leaveName) => {
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 255, green = 255, blue = 255, alpha = 1] = numbers(colour);
      const part = (value: number) => {
        const mixed = (value * alpha + 255 * (1 - alpha)) / 255;
        return mixed <= 0.03928 ? mixed / 12.92 : ((mixed + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const measure = (element: HTMLElement) => {
      const { width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        text: element.innerText.trim(),
        area: width * height,
        contrast: 1.05 / (luminance(style.backgroundColor) + 0.05),
        weight: Number(style.fontWeight),
        focused: document.activeElement === element,
      };
    };
    const form = [...document.querySelectorAll("form")].find((each) => each.innerText.includes(leaveName));
    const ways = [...(form?.querySelectorAll<HTMLElement>("button, a[href]") ?? [])]
      .filter((element) => element.checkVisibility())
      .map(measure);
    const leave = ways.find(({ text }) => text === leaveName) ?? null;
    return { leave, others: ways.filter((choice) => choice !== leave) };
  }, name);
}
