import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { lightBrowserCode } from "../vite.light.ts";

const POLARIS = "node_modules/@shopify/polaris/build/esm/components";
const PAGE_HEAD = `${POLARIS}/Page/components/Header/Header.js`;
const TOKENS = "node_modules/@shopify/polaris-tokens/dist/esm/build/index.mjs";

type Hook = (this: unknown, ...args: unknown[]) => unknown;
const plugin = lightBrowserCode() as unknown as { resolveId: Hook; load: Hook; transform: Hook };
const resolve = (id: string, importer: string, ssr = false) =>
  plugin.resolveId.call({ resolve: (wanted: string) => wanted }, id, importer, { ssr });
const code = (id: string) => String(plugin.load(id));

describe("the code for the browser", () => {
  it("holds of Polaris's themes the sizes of the light one, and no colours", () => {
    const source = readFileSync(TOKENS, "utf8");
    const { code: kept } = plugin.transform(source, path.resolve(TOKENS), { ssr: false }) as { code: string };
    expect(kept).toContain('"breakpoints-md":"48rem"');
    expect(kept).toContain('"motion-duration-100":"100ms"');
    expect(kept).not.toContain("color-bg");
    expect(kept).not.toContain("dark-experimental");
    expect(source.length / kept.length).toBeGreaterThan(10);
  });

  it("says so when Polaris keeps its themes elsewhere", () => {
    expect(() => plugin.transform("export {}", path.resolve(TOKENS), { ssr: false })).toThrow("no themes");
  });

  it("reads no ICU messages", () => {
    expect(resolve("@formatjs/icu-messageformat-parser", "intl-messageformat/index.js")).toBe(
      "@formatjs/icu-messageformat-parser/no-parser.js",
    );
  });

  it("has none of the parts of Polaris's page head that our pages do not use, and says so if one is wanted", () => {
    const importer = path.resolve(PAGE_HEAD);
    const parts = ["ActionMenu/ActionMenu.js", "Pagination/Pagination.js", "Tooltip/Tooltip.js"];
    for (const part of parts) {
      expect(readFileSync(PAGE_HEAD, "utf8")).toContain(`../../../${part}'`);
      expect(code(String(resolve(`../../../${part}`, importer)))).toContain("is left out");
    }
    expect(resolve("../../../Text/Text.js", importer)).toBe(null);
    expect(resolve("../Tooltip/Tooltip.js", path.resolve(`${POLARIS}/Button/Button.js`))).toBe(null);
  });

  it("is asked for none of those parts by any page", () => {
    const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".tsx"),
    );
    const asking = pages.filter((file) =>
      /\b(secondaryActions|actionGroups|pagination)=|primaryAction=\{\{[^}]*helpText/.test(
        readFileSync(path.join("app", file), "utf8"),
      ),
    );
    expect(asking).toEqual([]);
  });

  it("leaves the server's code as it is", () => {
    expect(resolve("turbo-stream", "single-fetch.js", true)).toBe(null);
    expect(plugin.transform("var themes = {\n};", path.resolve(TOKENS), { ssr: true })).toBe(null);
  });
});
