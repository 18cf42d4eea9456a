import type { Page } from "playwright-core";

/** Counts what a person presses on the page and in its frames from now on. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  let pressed = 0;
  await page.exposeBinding("personPressed", () => {
    pressed += 1;
  });
  for (const frame of page.frames())
    await frame.evaluate(() => {
      const report: unknown = Reflect.get(window, "personPressed");
      addEventListener(
        "click",
        ({ isTrusted }) => isTrusted && Reflect.apply(report as () => void, null, []),
        true,
      );
    });
  // Reports travel in order: once the page answers, all earlier ones have come.
  return async () => {
    for (const frame of page.frames()) await frame.evaluate(() => undefined);
    return pressed;
  };
}
