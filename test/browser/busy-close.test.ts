import type { Frame } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Admin } from "./support/admin.ts";
import { connected } from "./support/connect.ts";
import { demoForFile, shot } from "./support/demo.ts";
import { withoutEdge } from "./support/other-senses.ts";
import { axeFindings, proseWords, sidewaysOverflow, tablesCutOff } from "./support/page-checks.ts";
import { sheetsOf } from "./support/paper.ts";
import { mailsTo, moveClockTo } from "./support/sandbox-calls.ts";

const demo = demoForFile();
let admin: Admin;
beforeAll(async () => {
  await moveClockTo(demo, "2026-07-02");
  admin = await Admin.enter(demo, "busy-bikes", "en");
  await connected(admin, "busy", { signedUpOn: "2025-09-03", balance: "50.00", balanceAsOf: "2026-05-12" });
});

/** Presses Tab through the page and gives what in it never got the focus. */
async function neverFocused(frame: Frame): Promise<string[]> {
  await frame.evaluate(() => {
    const seen = new Set<Element>();
    Object.assign(window, { seen });
    document.addEventListener("focusin", ({ target }) => seen.add(target as Element));
    const heading = document.querySelector<HTMLElement>("main h1");
    if (heading) heading.tabIndex = -1;
    window.focus();
    heading?.focus();
  });
  // From the heading on; what lies before it, such as the way back, by Shift.
  const count = await frame.locator("main :is(a, button, input, select, textarea, summary)").count();
  for (let press = 0; press < count + 20; press += 1) await admin.page.keyboard.press("Tab");
  await frame.evaluate(() => document.querySelector<HTMLElement>("main h1")?.focus());
  for (let press = 0; press < 3; press += 1) await admin.page.keyboard.press("Shift+Tab");
  return frame.evaluate(() => {
    const { seen } = window as unknown as { seen: Set<Element> };
    return [...document.querySelectorAll("main :is(a, button, input, select, textarea, summary)")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(":disabled"))
      .filter((each) => !seen.has(each) && (each as HTMLElement).tabIndex >= 0)
      .map((each) => each.outerHTML.slice(0, 120));
  });
}

describe("Close account of an account with 123 things left", () => {
  it("has the way out in the first screen, in at most 300 words", async () => {
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await admin.page.setViewportSize({ width, height });
      await admin.open("/close");
      const review = admin.button(admin.words.t("close.review"));
      const bottom = await review.evaluate((button) => button.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(200);
      expect(await proseWords(admin.frame())).toBeLessThanOrEqual(300);
    }
  });

  it.each(["/close", "/close/cost", "/close/pay-actions", "/close/expire-contracts", "/close/review"])(
    "'%s' can be used by keyboard alone, fits 320 px, and keeps its colors where the system forces them",
    async (path) => {
      await admin.page.setViewportSize({ width: 1280, height: 900 });
      await admin.open(path);
      expect(await neverFocused(admin.frame())).toEqual([]);
      await admin.page.setViewportSize({ width: 320, height: 800 });
      expect(await sidewaysOverflow(admin.frame())).toBe(0);
      await admin.page.emulateMedia({ forcedColors: "active" });
      expect(await axeFindings(admin.frame())).toEqual([]);
      expect(await withoutEdge(admin.frame())).toEqual([]);
      await shot(admin.page, `forced${path.replaceAll("/", "-")}`);
      await admin.page.emulateMedia({ forcedColors: null });
    },
  );
});

describe("in the hand and on paper", () => {
  it.each(["/ledger", "/close/cost", "/close/expire-contracts"])(
    "'%s' fits a tablet held upright",
    async (path) => {
      await admin.page.setViewportSize({ width: 720, height: 1000 });
      await admin.open(path);
      await admin.app.locator("main table").first().waitFor();
      expect(await tablesCutOff(admin.frame())).toEqual([]);
    },
  );

  it("prints a task's list over the whole sheet, as a table, with nothing to press", async () => {
    await admin.page.emulateMedia({ media: "print" });
    // A sheet of half the usual width has the table too.
    await admin.page.setViewportSize({ width: 540, height: 1000 });
    await admin.open("/close/expire-contracts");
    await admin.app.getByText("Nordlicht Shop").first().waitFor();
    const { share, isTable, buttons } = await admin.frame().evaluate(() => {
      const table = document.querySelector("main .closing-table");
      const head = table?.querySelector("thead");
      return {
        share: (table?.getBoundingClientRect().width ?? 0) / document.documentElement.clientWidth,
        isTable: head ? getComputedStyle(head).display : "",
        buttons: [...document.querySelectorAll("main button")].filter((each) => each.checkVisibility())
          .length,
      };
    });
    expect([share > 0.9, isTable, buttons]).toEqual([true, "table-header-group", 0]);
    await admin.page.emulateMedia({ media: null });
  });
});

describe("Why this number", () => {
  const figure = "closure.costToClose.days.2027-02-25.net";

  it("opens by its address, adds up, offends no rule of axe and gives the focus back", async () => {
    const { t } = admin.words;
    await admin.page.setViewportSize({ width: 320, height: 800 });
    await admin.open(`/close?why=${figure}`);
    const why = admin.app.getByRole("dialog", { name: t("why.show") });
    await why.getByRole("heading", { name: t("why.rule") }).waitFor();
    expect(await sidewaysOverflow(admin.frame())).toBe(0);
    expect(await axeFindings(admin.frame())).toEqual([]);
    // 8 monthly fees, July to February, as the page's own card says.
    const amounts = await why.locator(".why-sum dd bdi").allInnerTexts();
    const cents = amounts.map((amount) => Number(amount.replaceAll(/\D/g, "")));
    expect(cents).toHaveLength(12);
    expect(cents.slice(0, 8).reduce((sum, fee) => sum + fee, 0)).toBe(cents[8]);
    await admin.page.keyboard.press("Escape");
    await why.waitFor({ state: "detached" });
    const focused = await admin.frame().evaluate(() => document.activeElement?.getAttribute("data-why"));
    expect(focused).toBe(figure);
    expect(await admin.frame().evaluate(() => window.location.search)).not.toContain("why=");
  });

  it("gives a link that opens the same explanation in the store's admin", async () => {
    const { t } = admin.words;
    await admin.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    await admin.open("/close");
    await admin.app.locator(`[data-why="${figure}"]`).click();
    const why = admin.app.getByRole("dialog", { name: t("why.show") });
    await why.getByRole("button", { name: t("why.copy") }).click();
    // The admin's frame may write to the clipboard or not; the link is there either way.
    const shown = why.getByRole("textbox", { name: t("why.copy") });
    const link = (await shown.count()) > 0 ? await shown.inputValue() : await copied();
    expect(link).toMatch(/\/store\/busy-bikes\/apps\/[^/]+\/app\/close\?why=closure/);
    await admin.page.goto(link);
    await admin.ready();
    await why.getByRole("heading", { name: t("why.rule") }).waitFor();
  });

  const copied = () => admin.page.evaluate(() => navigator.clipboard.readText());
});

describe("a request's page", () => {
  it("prints on one page, fits 320 px and keeps its colors where the system forces them", async () => {
    const { t } = admin.words;
    await admin.page.setViewportSize({ width: 1280, height: 900 });
    await admin.open("/close/review");
    await admin.button(t("review.submit")).click();
    await admin.app.getByRole("heading", { name: t("request.documents") }).waitFor();
    await expect
      .poll(async () => (await mailsTo(demo, "owner@busy-bikes.example")).length)
      .toBeGreaterThan(0);
    expect(await neverFocused(admin.frame())).toEqual([]);
    expect(await sheetsOf(demo, admin.frame())).toBe(1);
    await admin.page.setViewportSize({ width: 320, height: 800 });
    expect(await sidewaysOverflow(admin.frame())).toBe(0);
    await admin.page.emulateMedia({ forcedColors: "active" });
    expect(await axeFindings(admin.frame())).toEqual([]);
  });
});
