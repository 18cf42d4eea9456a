import type { Frame, Locator, Page } from "playwright-core";
import { Temporal } from "temporal-polyfill";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import { written } from "#test/seen.ts";
import type { Demo } from "./demo.ts";

export type StoreName = "acme-outdoor" | "busy-bikes";
export type ClockStep = "day" | "week" | "next-event";

/** A merchant at work: one store's admin with Settled in its frame. */
export class Admin {
  readonly page: Page;
  readonly store: StoreName;
  readonly #demo: Demo;
  #locale: Locale;

  /** `locale` is the one the store's admin is set to. */
  constructor(demo: Demo, page: Page, store: StoreName, locale: Locale) {
    this.#locale = locale;
    this.#demo = demo;
    this.page = page;
    this.store = store;
  }

  static async enter(demo: Demo, store: StoreName, locale: Locale, width = 1280): Promise<Admin> {
    const page = await demo.newPage({ viewport: { width, height: 900 }, acceptDownloads: true });
    const admin = new Admin(demo, page, store, locale);
    await admin.speak(locale);
    return admin;
  }

  /** The language the admin is set to. */
  get locale(): Locale {
    return this.#locale;
  }

  /** Its words. */
  get words(): Translator {
    return translatorFor(this.#locale);
  }

  get storeUrl(): string {
    return `${this.#demo.sandboxUrl}/store/${this.store}`;
  }

  /** Everything the app shows. */
  get app() {
    return this.page.frameLocator("iframe#app");
  }

  get heading(): Locator {
    return this.app.locator("h1");
  }

  /** The app's primary button on this page, if any. */
  button(name: string): Locator {
    return this.app
      .getByRole("button", { name, exact: true })
      .or(this.app.getByRole("link", { name, exact: true }));
  }

  frame(): Frame {
    const frame = this.page.frame({ name: "app-iframe" });
    if (!frame) throw new Error("The admin shows no app at the moment.");
    return frame;
  }

  async speak(locale: Locale): Promise<void> {
    await this.page.goto(this.storeUrl);
    await this.#choose(locale);
  }

  async #choose(locale: Locale): Promise<void> {
    await this.page.locator(".language summary").click();
    await this.page.locator(`.language button[value="${locale}"]`).click();
    await this.page
      .locator(`.language [value="${locale}"][aria-pressed="true"]`)
      .waitFor({ state: "attached" });
    this.#locale = locale;
  }

  /** Changes the language where one is: the admin loads the same page again. */
  async switchTo(locale: Locale): Promise<void> {
    if (locale === this.#locale) return;
    await this.#choose(locale);
    await this.ready();
  }

  /** Back to the app's first page through its name in the admin's navigation. */
  async goHome(): Promise<void> {
    await this.page.locator(".app-link").click();
  }

  /** Opens a page of the app by its address in the admin, as a bookmark or a reload does. */
  async open(path = ""): Promise<void> {
    await this.page.goto(`${this.storeUrl}/apps/settled${path === "" ? "" : `/app${path}`}`);
    await this.ready();
  }

  /**
   * The page's script is at work: React has taken over the body and whatever can be pressed, also what comes alive later
   * than the rest (app/components/page/later.ts), so that presses reach it.
   */
  async ready(): Promise<void> {
    await this.heading.first().waitFor();
    await this.frame().waitForFunction(() => {
      const isAlive = (element: Element) =>
        Object.keys(element).some((key) => key.startsWith("__reactFiber"));
      const pressed = document.querySelectorAll("main :is(button, a, input, [role=slider])");
      return isAlive(document.body) && [...pressed].every(isAlive);
    });
  }

  /** Goes to one of the app's places through the admin's own navigation. */
  async go(name: string): Promise<void> {
    await this.page.locator("#app-nav a", { hasText: name }).click();
  }

  async moveClock(by: ClockStep): Promise<void> {
    const time = this.page.locator(".clock time");
    const before = await time.getAttribute("datetime");
    await this.page.locator(`.clock button[value="${by}"]`).click();
    await this.page.locator(`.clock time:not([datetime="${before}"])`).waitFor();
    await this.ready();
  }

  /** Sandbox time, as the admin's strip has it. */
  async now(): Promise<Date> {
    return new Date(String(await this.page.locator(".clock time").getAttribute("datetime")));
  }

  /** Facts older than the moment are asked for again in the background; waits until today's have come. */
  async checkedToday(timeZone: string): Promise<void> {
    const moment = Temporal.Instant.from((await this.now()).toISOString()).toZonedDateTimeISO(timeZone);
    await this.app
      .locator("[role=status]", { hasText: written(this.words.shortDate(String(moment.toPlainDate()))) })
      .and(this.app.locator("[role=status]:has-text('impact.com')"))
      .waitFor();
  }

  /** Removes the app as a merchant does, with the admin's own question in between. */
  async uninstall({ lost = false } = {}): Promise<void> {
    await this.page.goto(`${this.storeUrl}/uninstall`);
    if (lost) await this.page.locator('input[name="lost"]').check();
    await this.page.locator('form[action$="/uninstall"] button').click();
    await this.page.waitForURL("**/apps");
  }

  async install(): Promise<void> {
    await this.page.goto(`${this.storeUrl}/apps/settled`);
    await this.page.locator('form[action$="/install"] button').click();
    await this.page.locator("iframe#app").waitFor();
    await this.ready();
  }

  async save(): Promise<void> {
    await this.page.locator("#save-buttons button.primary").click();
  }
}
