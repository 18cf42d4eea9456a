import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keptStyles, usedClasses } from "../vite.styles.ts";

const POLARIS = readFileSync("node_modules/@shopify/polaris/build/esm/styles.css", "utf8");

describe("Polaris's style sheet", () => {
  it("keeps the rules of every class that a used component can have, and no others", () => {
    const used = usedClasses();
    const kept = keptStyles(POLARIS, used);
    const named = (css: string) => new Set([...css.matchAll(/\.(Polaris-[\w-]+)/g)].map(([, name]) => name));
    const left = named(kept);
    expect([...named(POLARIS)].filter((name) => used.has(name ?? "") && !left.has(name))).toEqual([]);
    // Pages have cards, banners and selects; none has a calendar or a frame of its own.
    expect(kept).toContain(".Polaris-Banner");
    expect(kept).toContain(".Polaris-Select__Input");
    expect(kept).not.toContain(".Polaris-DatePicker");
    expect(kept).not.toContain(".Polaris-Navigation");
    expect(POLARIS.length / kept.length).toBeGreaterThan(2.5);
  });

  it("keeps what names no class, what stands in a media query with it, and of the themes the light one", () => {
    const css = [
      '@charset "UTF-8";:root,.p-theme-light{--a:1px}',
      ".p-theme-dark-experimental{--a:2px}",
      "@keyframes turn{from{opacity:0}to{opacity:1}}",
      "@media (min-width:1px){.Polaris-Card,.Polaris-Other{color:red}.Polaris-Other{color:blue}}",
      "@media print{.Polaris-Other{color:green}}",
      "a:hover{color:black}",
    ].join("\n");
    expect(keptStyles(css, new Set(["Polaris-Card"]))).toBe(
      [
        '@charset "UTF-8";:root,.p-theme-light{--a:1px}',
        "@keyframes turn{from{opacity:0}to{opacity:1}}",
        "@media (min-width:1px){.Polaris-Card,.Polaris-Other{color:red}}",
        "a:hover{color:black}",
      ].join(""),
    );
  });
});
