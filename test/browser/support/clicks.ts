import type { Page } from "playwright-core";

// A page keeps each name for good, and may be counted on more than once.
let counts = 0;

/** Counts what a person presses on the page and in its frames from now on. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  let pressed = 0;
  counts += 1;
  const name = `personPressed${counts}`;
  await page.exposeBinding(name, () => {
    pressed += 1;
  });
  for (const frame of page.frames())
    await frame.evaluate((binding) => {
      const report: unknown = Reflect.get(window, binding);
      addEventListener(
        "click",
        ({ isTrusted }) => isTrusted && Reflect.apply(report as () => void, null, []),
        true,
      );
    }, name);
  // Reports travel in order: once the page answers, all earlier ones have come.
  return async () => {
    for (const frame of page.frames()) await frame.evaluate(() => undefined);
    return pressed;
  };
}
