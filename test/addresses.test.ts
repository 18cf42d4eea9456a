import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** `app.close.$task_.list[.]csv.ts` answers `/app/close/anything/list.csv`, as Remix reads the names of route files. */
const routes = readdirSync("app/routes").map((file) => {
  const name = file.replace(/\.tsx?$/, "").replaceAll("[.]", "\0");
  const parts = name.split(".").filter((part) => part !== "_index");
  const pattern = parts.map((part) => {
    if (part === "$") return ".+";
    return part.startsWith("$") ? "[^/]+" : part.replace(/_$/, "").replaceAll("\0", "\\.");
  });
  return { isSplat: name.endsWith("$"), answers: new RegExp(`^/${pattern.join("/")}$`) };
});

/** Addresses of the app that its own files name, with a letter where a value stands. */
const named = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
  .flatMap((file) => {
    const text = readFileSync(path.join("app", file), "utf8");
    const found = text.matchAll(/["`](\/app(?:\/(?:\$\{[^}]*\}|[\w./-])+)?)(?=["`?])/g);
    return [...found].map(([, address = ""]) => address.replace(/\$\{[^}]*\}/g, "x"));
  });

it("leads only to addresses that a page answers", () => {
  expect(named.length).toBeGreaterThan(50);
  const nobody = [...new Set(named)].filter(
    (address) => !routes.some(({ isSplat, answers }) => !isSplat && answers.test(address)),
  );
  expect(nobody).toEqual([]);
});

/** Shopify's admin marks the place whose address a page's address begins with (Shopify/shopify-app-bridge#392). */
it("has every page below a place of the navigation", () => {
  const places = ["fees", "ledger", "close", "before-uninstall", "setup"];
  const pages = readdirSync("app/routes")
    .filter((file) => file.startsWith("app.") && file.endsWith(".tsx"))
    .map((file) => file.split(".")[1]?.replace(/_$/, "") ?? "");
  // The frame, Home, which is the app's own name there, and the page for addresses that nobody answers.
  const own = ["tsx", "_index", "$"];
  expect(pages.filter((page) => !own.includes(page) && !places.includes(page))).toEqual([]);
});
