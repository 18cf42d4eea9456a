import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import { startPages } from "./read-pages.ts";

let pages: Awaited<ReturnType<typeof startPages>>;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.stop());

/** Where the page after an uninstall leads to the request, in its heading's and its button's language. */
const CLOSE: Record<Locale, string> = {
  en: "Close account",
  "zh-CN": "关闭账户",
  "zh-TW": "關閉帳號",
  ja: "アカウントの閉鎖",
  de: "Konto schließen",
  fr: "Fermer le compte",
  es: "Cerrar cuenta",
  it: "Chiudi account",
  nl: "Account sluiten",
  da: "Luk konto",
  sv: "Stäng konto",
  nb: "Lukk konto",
};

/** Bytes of a page with its styles, whatever the language. */
const MAX_BYTES = 60_000;

describe("in every language", () => {
  it("the admin's page says so, carries no catalogue, and names the file that has its words", async () => {
    const { shop } = await pages.aStore("story");
    for (const locale of LOCALES) {
      const { html, text } = await pages.adminPage(shop, "/app", locale);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(text).toContain(CLOSE[locale]);
      // A sentence of another page: it would be in a catalogue and is on none that is open.
      expect(html).not.toContain("core.explain.");
      const address = /<link rel="modulepreload" href="([^"]+)" id="words"/.exec(html)?.[1] ?? "";
      expect(address).toMatch(new RegExp(`^/assets/words-${locale}-_index-[0-9a-f]{8}\\.js$`));
      const file = await pages.app.fetch(address);
      expect([file.status, file.headers.get("cache-control")]).toEqual([
        200,
        "public, max-age=31536000, immutable",
      ]);
      expect(file.headers.get("content-type")).toMatch(/^(text|application)\/javascript/);
      expect(await file.text()).toContain(CLOSE[locale]);
    }
  });

  it("the page after an uninstall stays within its weight, and leads to the same page in the eleven others", async () => {
    const open = await pages.exitPages(await pages.aStore("story"));
    for (const locale of LOCALES) {
      const { html, status } = await open("/exit", locale);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).not.toContain("<script");
      const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, file = ""]) => file);
      expect(styles.length).toBeGreaterThan(0);
      const sheets = styles.map((file) => readFileSync(`build/client${file}`, "utf8"));
      // Each language is drawn by fonts the reader has, Chinese and Japanese by those of their region: none is fetched, nor anything else.
      expect(sheets.join("")).not.toMatch(/@font-face|@import|url\(/);
      expect(html).not.toMatch(/<(img|iframe|object|embed|video|audio)\b|rel="(pre|module)|url\(/);
      const bytes = [html, ...sheets].reduce((sum, part) => sum + Buffer.byteLength(part), 0);
      expect([locale, bytes <= MAX_BYTES]).toEqual([locale, true]);
      const others = [...html.matchAll(/<a href="\?[^"]*locale=([\w-]+)" lang="([\w-]+)"/g)];
      expect(others.map(([, to]) => to)).toEqual(LOCALES.filter((each) => each !== locale));
      expect(others.map(([, , lang]) => lang)).toEqual(others.map(([, to]) => to));
    }
  });
});
