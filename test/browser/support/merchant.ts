import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";
import type { AccountFileJson } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { seen } from "#test/seen.ts";
import type { StoreName } from "./admin.ts";
import type { Demo } from "./demo.ts";

type Fields = Record<string, string>;

const review = z.object({
  composedTicket: z.object({ subject: z.string(), body: z.string() }),
  bodyHash: z.string(),
});
const request = z.object({ receipt: z.object({ status: z.string() }) });

/** Whoever calls itself no browser is taken for a robot. */
const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/** A merchant whose pages are only read: forms go straight to the app, and a page is opened as the admin's frame opens it. */
export class Merchant {
  readonly #demo: Demo;
  readonly #store: StoreName;
  readonly #page: Page;

  private constructor(demo: Demo, page: Page, store: StoreName) {
    this.#demo = demo;
    this.#page = page;
    this.#store = store;
  }

  static async enter(demo: Demo, store: StoreName): Promise<Merchant> {
    return new Merchant(demo, await demo.newPage(), store);
  }

  /** Everything a page says, folded or not, in a language. */
  async words(path: string, locale: Locale): Promise<string> {
    const admin = await fetch(`${this.#demo.sandboxUrl}/store/${this.#store}/apps/settled/app${path}`);
    const src = /<iframe id="app"[^>]* src="([^"]+)"/.exec(await admin.text())?.[1];
    if (!src) throw new Error(`The admin shows no frame for ${path}.`);
    const frame = new URL(src.replaceAll("&amp;", "&"));
    frame.searchParams.set("locale", locale);
    const answer = await fetch(frame, { headers: { "user-agent": BROWSER } });
    expect([path, answer.status]).toEqual([path, 200]);
    // The page itself, without what its words do not need: scripts, styles and pictures.
    const html = (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>|<link[^>]*>|<img[^>]*>/g, "");
    await this.#page.setContent(html, { waitUntil: "domcontentloaded" });
    const text = await this.#page.locator("body").evaluate((body) => {
      for (const each of body.querySelectorAll("style, template, svg title")) each.remove();
      // Blocks that touch are two sentences.
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const parts: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const inline = node.parentElement?.closest("bdi, b, strong, em, i, a, span");
        parts.push(`${inline ? "" : " "}${node.textContent ?? ""}`);
      }
      return parts.join("");
    });
    return seen(text).replaceAll(/\s+/g, " ");
  }

  async connect(accountSid: string, authToken: string): Promise<void> {
    await this.#post("/app/setup/connect", "routes/app.setup_.connect", { accountSid, authToken });
  }

  async tellFacts(facts: Fields): Promise<void> {
    await this.#post("/app/setup", "routes/app.setup", facts);
  }

  /** The account's file as the app has it, once its actions are read. */
  async accountFile(): Promise<AccountFileJson> {
    const read = async () => (await (await this.#ask("/app/ledger/file")).json()) as AccountFileJson;
    await expect.poll(async () => (await read()).actions !== null).toBe(true);
    return read();
  }

  /** Sends the request as its review page shows it, waits until the help desk has it, and gives its reference. */
  async sendRequest(): Promise<string> {
    const { composedTicket, bodyHash } = review.parse(
      await this.#data("/app/close/review", "routes/app.close.review"),
    );
    const answer = await this.#post("/app/close/review", "routes/app.close.review", {
      ...composedTicket,
      bodyMark: bodyHash,
    });
    const reference = /SET-[\w-]+/.exec(answer.headers.get("x-remix-redirect") ?? "")?.[0] ?? "";
    expect(reference).not.toBe("");
    const status = async () =>
      request.parse(
        await this.#data(`/app/close/requests/${reference}`, "routes/app.close.requests.$reference"),
      ).receipt.status;
    await expect.poll(status).toBe("sent");
    return reference;
  }

  /** Notes that impact.com closed the account, with its words. */
  async noteClosed(reference: string): Promise<void> {
    await this.#post(`/app/close/requests/${reference}`, "routes/app.close.requests.$reference", {
      trigger: "told-closed",
      proof: "Your account is closed. Kind regards, impact.com",
    });
  }

  async #data(path: string, route: string): Promise<unknown> {
    const answer = await this.#ask(`${path}?_data=${encodeURIComponent(route)}`);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  async #post(path: string, route: string, fields: Fields): Promise<Response> {
    const answer = await this.#ask(`${path}?_data=${encodeURIComponent(route)}`, {
      method: "POST",
      body: new URLSearchParams(fields),
    });
    // A form that was taken leads on; one that was not comes back with its problems.
    expect([path, answer.status, answer.status === 204 ? "" : await answer.text()]).toEqual([path, 204, ""]);
    return answer;
  }

  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const token = await (await fetch(`${this.#demo.sandboxUrl}/store/${this.#store}/session-token`)).text();
    return fetch(`${this.#demo.appUrl}${path}`, {
      redirect: "manual",
      ...init,
      headers: { authorization: `Bearer ${token}`, "user-agent": BROWSER },
    });
  }
}
