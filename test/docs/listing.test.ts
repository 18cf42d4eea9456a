import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const LISTING = readFileSync("docs/listing/README.md", "utf8");
const row = (field: string) =>
  LISTING.split("\n")
    .find((line) => line.startsWith(`| ${field} `))
    ?.split("|")
    .map((cell) => cell.trim()) ?? [];

// Shopify's form refuses what is longer.
it.each([
  ["App name", 30],
  ["App card subtitle", 62],
  ["App introduction", 100],
] as const)("the listing's %s keeps within the form's %i characters", (field, limit) => {
  const [, , written = "", text = ""] = row(field);
  expect(Number(written)).toBe(limit);
  expect(text.length).toBeGreaterThan(10);
  expect(text.length).toBeLessThanOrEqual(limit);
});

it("the listing's details and features keep within the form's limits", () => {
  const quoted = LISTING.split("\n").filter((line) => line.startsWith("> "));
  expect(quoted.map((line) => line.slice(2)).join(" ").length).toBeLessThanOrEqual(500);
  const features =
    LISTING.split("**Feature list**")[1]
      ?.split("**Category**")[0]
      ?.match(/^- .*(?:\n {2}.*)*/gm) ?? [];
  expect(features).toHaveLength(5);
  for (const feature of features)
    expect(feature.replace(/^- /, "").replaceAll(/\n\s+/g, " ").length).toBeLessThanOrEqual(80);
});

it("the listing has its icon, and never passes for impact.com's own app", () => {
  expect(existsSync("docs/listing/icon.svg")).toBe(true);
  expect(LISTING.replaceAll(/\n> /g, " ")).toContain(
    "Settled is an independent app and not part of impact.com.",
  );
});
