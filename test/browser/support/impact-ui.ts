import type { Page } from "playwright-core";
import type { Demo } from "./demo.ts";
import type { AccountKey } from "./sandbox-calls.ts";

/** A person at work in impact.com's own pages. */
export class ImpactUi {
  readonly #page: Page;
  readonly #base: string;

  constructor(demo: Demo, page: Page, account: AccountKey) {
    this.#page = page;
    this.#base = `${demo.sandboxUrl}/impact/accounts/${account}`;
  }

  /** Those that start later and the proposals stay where they are not withdrawn. */
  async expireAllContracts({ withdraw = true } = {}): Promise<void> {
    await this.#page.goto(`${this.#base}/contracts`);
    await this.#page.locator("input[name=withdraw]").setChecked(withdraw);
    await this.#page.locator("input[name=all]").check();
    await this.#press('form[action$="/contracts/expire"] button', "expired");
  }

  async payAllInvoices(): Promise<void> {
    await this.#page.goto(`${this.#base}/invoices`);
    await this.#page.locator("input[name=all]").check();
    await this.#press('form[action$="/invoices/pay"] button', "paid");
  }

  async deleteCatalog(): Promise<void> {
    await this.#page.goto(`${this.#base}/catalogs`);
    await this.#press('form[action$="/catalogs/delete"] button', "deleted");
  }

  async #press(button: string, done: string): Promise<void> {
    await this.#page.locator(button).first().click();
    await this.#page.waitForURL(`**done=${done}**`);
  }
}
