import type { Frame, Locator, Page } from "playwright-core";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { Translator } from "#app/messages/translator.ts";
import { type Demo, PATIENCE_MS } from "./demo.ts";

export type StoreName = "acme-outdoor" | "busy-bikes";
export type ClockStep = "day" | "week" | "next-event";

/** A merchant at work: one store's admin with Settled in its frame. */
export class Admin {
  readonly page: Page;
  readonly store: StoreName;
  readonly #demo: Demo;
  #locale: Locale = "en";

  constructor(demo: Demo, page: Page, store: StoreName) {
    this.#demo = demo;
    this.page = page;
    this.store = store;
  }

  static async enter(demo: Demo, store: StoreName, locale: Locale, width = 1280): Promise<Admin> {
    const page = await demo.newPage({ viewport: { width, height: 900 }, acceptDownloads: true });
    const admin = new Admin(demo, page, store);
    await admin.speak(locale);
    return admin;
  }

  /** Words of the language the admin is set to. */
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
    await this.page.locator(`.language button[value="${locale}"]`).click();
    this.#locale = locale;
  }

  /** Opens a page of the app by its address in the admin, as a bookmark or a reload does. */
  async open(path = ""): Promise<void> {
    await this.page.goto(`${this.storeUrl}/apps/settled${path}`);
    await this.ready();
  }

  /** The page's script is at work: React has taken over the body, so that presses reach it. */
  async ready(): Promise<void> {
    await this.heading.first().waitFor();
    await this.frame().waitForFunction(() =>
      Object.keys(document.body).some((key) => key.startsWith("__reactFiber")),
    );
  }

  /** Goes to one of the app's places through the admin's own navigation. */
  async go(name: string): Promise<void> {
    await this.page.locator("#app-nav a", { hasText: name }).click();
  }

  async moveClock(by: ClockStep): Promise<void> {
    await this.page.locator(`.clock button[value="${by}"]`).click();
    await this.ready();
  }

  /** Sandbox time, as the admin's strip has it. */
  async now(): Promise<Date> {
    return new Date(String(await this.page.locator(".clock time").getAttribute("datetime")));
  }

  /** Facts older than the moment are asked for again in the background; waits until today's have come. */
  async checkedToday(timeZone: string): Promise<void> {
    const day = new Intl.DateTimeFormat(this.#locale, { dateStyle: "medium", timeZone }).format(
      await this.now(),
    );
    await this.app
      .locator("[role=status]", { hasText: day })
      .and(this.app.locator("[role=status]:has-text('impact.com')"))
      .waitFor({ timeout: PATIENCE_MS });
  }

  async save(): Promise<void> {
    await this.page.locator("#save-buttons button.primary").click();
  }
}
