import type { Frame, Page } from "playwright-core";

/** Of each mark that a chart shows, whether it is drawn in the system's own text colour. */
export function marksInInk(frame: Frame): Promise<boolean[]> {
  return frame.evaluate(() => {
    const sample = document.createElement("i");
    sample.style.color = "CanvasText";
    document.body.append(sample);
    const ink = getComputedStyle(sample).color;
    const all = document.querySelectorAll(
      ".chart-svg :is(.chart-fee, .chart-commissions, .chart-line, .chart-card, .chart-stem)",
    );
    return [...all]
      .filter((mark) => mark.checkVisibility())
      .map((mark) => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke].includes(ink));
  });
}

/** Buttons and boxes to tick that forced colors leave without an edge, by their words. */
export function withoutEdge(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [
      ...document.querySelectorAll(
        "main :is(.Polaris-Button:not([class*=Plain], [class*=Tertiary]), .Polaris-Checkbox__Backdrop)",
      ),
    ]
      .filter((control) => control.checkVisibility())
      .filter((control) => Number.parseFloat(getComputedStyle(control).borderTopWidth) === 0)
      .map((control) => control.closest("label, .Polaris-Button")?.textContent ?? ""),
  );
}

/** How many controls a page shows, and which of them Tab reaches from its heading on, by their order on the page. */
export async function tabThrough(page: Page, frame: Frame): Promise<{ count: number; reached: number[] }> {
  const count = await frame.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        "main :is(a[href], button, input, select, summary, [tabindex='0'])",
      ),
    ].filter((control) => control.checkVisibility() && control.getAttribute("type") !== "hidden");
    controls.forEach((control, index) => {
      control.dataset.order = String(index);
    });
    const heading = document.querySelector<HTMLElement>("main h1");
    if (heading) heading.tabIndex = -1;
    heading?.focus();
    return controls.length;
  });
  const reached: number[] = [];
  // A date has a stop for its day, its month and its year.
  for (let press = 0; press < 4 * count && reached.at(-1) !== count - 1; press += 1) {
    await page.keyboard.press("Tab");
    const order = await frame.evaluate(
      () => (document.activeElement as HTMLElement | null)?.dataset.order ?? null,
    );
    if (order !== null && Number(order) !== reached.at(-1)) reached.push(Number(order));
  }
  return { count, reached };
}
