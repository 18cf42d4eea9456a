import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type TestApp } from "./an-app.ts";

const TITLES = {
  "/privacy": { en: "Privacy · Settled", "zh-CN": "隐私 · Settled" },
  "/support": { en: "Support · Settled", "zh-CN": "支持 · Settled" },
} as const;

describe("the public pages of Settled", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  const cases = (["/privacy", "/support"] as const).flatMap((path) =>
    (["en", "zh-CN"] as const).map((locale) => ({ path, locale })),
  );

  it.each(cases)(
    "$path is open to everybody in $locale and names who runs Settled",
    async ({ path, locale }) => {
      const response = await app.fetch(path, { headers: { "accept-language": locale } });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("set-cookie")).toBeNull();
      const page = await response.text();
      expect(page).toContain(`<html lang="${locale}"`);
      expect(page).toContain(`<title>${TITLES[path][locale]}</title>`);
      expect(page).toContain("1 Example Street");
      expect(page).toMatch(/<a href="mailto:[^"]+@[^"]+">/);
      expect(page).not.toContain("<script");
      expect(page).toContain(path === "/privacy" ? 'href="/support"' : 'href="/privacy"');
    },
  );

  it("are read in another language by the address", async () => {
    const response = await app.fetch("/privacy?locale=zh-CN", { headers: { "accept-language": "en" } });
    expect(await response.text()).toContain("<title>隐私 · Settled</title>");
  });

  it("are linked from the pages outside the admin", async () => {
    const page = await (await app.fetch("/exit/link")).text();
    expect(page).toContain('href="/support"');
    expect(page).toContain('href="/privacy"');
  });
});
