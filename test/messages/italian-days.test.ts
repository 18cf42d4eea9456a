import { describe, expect, it } from "vitest";
import { articledDays } from "#app/messages/italian-days.ts";
import { catalogueOf, translatorFor } from "#app/messages/messages.server.ts";

const { t, date, day } = translatorFor("it");

it.each([
  ["2026-08-03", "Invio entro il 3 ago"],
  ["2026-08-08", "Invio entro l’8 ago"],
  ["2026-08-11", "Invio entro l’11 ago"],
  ["2026-08-18", "Invio entro il 18 ago"],
])("a day has the article that goes with it: %s", (on, shown) => {
  expect(t("closing.cost.sendBy", { on: day(on) })).toBe(shown);
});

it.each([
  ["2026-08-03", "Invio entro lun 3 ago 2026"],
  ["2026-03-08", "Invio entro dom 8 mar 2026"],
  ["2026-03-10", "Invio entro mar 10 mar 2026"],
])("a weekday has none: %s", (on, shown) => {
  expect(t("closing.cost.sendBy", { on: date(on) })).toBe(shown);
});

it.each([
  ["dal 8 mag al 11 giu", "dall’8 mag all’11 giu"],
  ["Dal 11 ott 2026, prima del 8 nov", "Dall’11 ott 2026, prima dell’8 nov"],
  [
    "Dal gio 8 ott, fino al ven 9 ott, prima del sab 10 ott",
    "Da gio 8 ott, fino a ven 9 ott, prima di sab 10 ott",
  ],
  ["il 80% del saldo, dal 8 di ogni mese", "il 80% del saldo, dal 8 di ogni mese"],
])("%s", (text, shown) => {
  expect(articledDays(text)).toBe(shown);
});

describe("Italian messages", () => {
  it("write an article before a day, and none begins with one that a weekday would take away", () => {
    const texts = Object.entries(catalogueOf("it"));
    const bare = /\b(?:da|a|di|entro|circa) \{(?:on|since|until|by|due|closeBy|lastOn|dueOn|chargedOn)\}/;
    expect(texts.filter(([, text]) => bare.test(text) || /(?:^|\{|[.:] )Il \{on\}/.test(text))).toEqual([]);
  });
});
