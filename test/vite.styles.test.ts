import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keptStyles, lightStyles, usedClasses } from "../vite.styles.ts";

const SHEET = "/node_modules/@shopify/polaris/build/esm/styles.css";
const POLARIS = readFileSync(`.${SHEET}`, "utf8");

describe("Polaris's style sheet", () => {
  it("keeps what our components use and what these are made of, and nothing of the others", () => {
    const kept = keptStyles(POLARIS, usedClasses());
    // Pages have banners and selects; an icon is part of both. None has a calendar or a frame of its own.
    for (const name of ["Polaris-Banner", "Polaris-Select__Input", "Polaris-Icon"])
      expect(kept).toContain(`.${name}`);
    for (const name of ["Polaris-DatePicker", "Polaris-Navigation"]) expect(kept).not.toContain(`.${name}`);
    expect(POLARIS.length / kept.length).toBeGreaterThan(2.5);
  });

  it("keeps what names no class, what stands in a media query with it, and of the themes the light one", () => {
    const css = [
      '@charset "UTF-8";',
      ":root,.p-theme-light{--a:1px}",
      ".p-theme-dark-experimental{--a:2px}",
      ".p-theme-light-mobile{--a:3px}",
      "@keyframes turn{from{opacity:0}to{opacity:1}}",
      "@media (min-width:1px){.Polaris-Card,.Polaris-Other{color:red}.Polaris-Other{color:blue}}",
      "@media print{.Polaris-Other{color:green}}",
      ":is(.Polaris-Card,a):hover,.Polaris-Card:not(.Polaris-Other,b){color:black}",
    ].join("\n");
    expect(keptStyles(css, new Set(["Polaris-Card"])).replaceAll("\n", "")).toBe(
      [
        '@charset "UTF-8";',
        ":root,.p-theme-light{--a:1px}",
        "@keyframes turn{from{opacity:0}to{opacity:1}}",
        "@media (min-width:1px){.Polaris-Card{color:red}}",
        ":is(.Polaris-Card,a):hover,.Polaris-Card:not(.Polaris-Other,b){color:black}",
      ].join(""),
    );
  });

  it("is thinned itself, not the module that says where it lies", () => {
    const { transform } = lightStyles() as unknown as {
      transform: (css: string, id: string) => { code: string } | null;
    };
    expect(transform(".Polaris-DatePicker{}", `${SHEET}?transform-only`)?.code).toBe("");
    expect(transform('export default "x"', `${SHEET}?url`)).toBeNull();
    expect(transform(".Polaris-DatePicker{}", "/app/styles/frame.css")).toBeNull();
  });
});
