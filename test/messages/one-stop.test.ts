import { parse } from "@formatjs/icu-messageformat-parser";
import { expect, it } from "vitest";
import { oneStop } from "#app/messages/one-stop.ts";
import { createTranslator } from "#app/messages/translator.ts";

it.each([
  ["Un remboursement, vers le ven. 17 juil..", "Un remboursement, vers le ven. 17 juil."],
  ["Wartet ... bis Fr., 17. Juli.", "Wartet ... bis Fr., 17. Juli."],
  ["One. Two.", "One. Two."],
])("%s", (text, shown) => {
  expect(oneStop(text)).toBe(shown);
});

it.each([
  ["fr", "Voyez le 17 juil."],
  ["de", "Voyez le 17. Juli."],
] as const)("a day that ends a message ends it with one stop in %s", (locale, shown) => {
  const { t, day } = createTranslator(locale, () => parse("Voyez le {day}."));
  expect(t("home.title", { day: day("2026-07-17") })).toBe(shown);
});
