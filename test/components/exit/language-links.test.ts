import { expect, it } from "vitest";
import { languageLinks } from "#app/components/exit/language-links.ts";

it("leads to the same page in every other language, by the name its readers give it", () => {
  const links = languageLinks("en", "?from=mail&locale=en");
  expect(links.slice(0, 2)).toEqual([
    { locale: "zh-CN", href: "?from=mail&locale=zh-CN", name: "简体中文" },
    { locale: "zh-TW", href: "?from=mail&locale=zh-TW", name: "繁體中文" },
  ]);
  expect(
    links
      .slice(2)
      .map(({ name }) => name)
      .join(" "),
  ).toBe("日本語 Deutsch français español italiano Nederlands dansk svenska norsk bokmål");
  expect(languageLinks("nb", "")[0]).toEqual({ locale: "en", href: "?locale=en", name: "English" });
});

it("names a language without its country", () => {
  expect(languageLinks("en", "", ["en", "zh-CN", "fr-CH"]).map(({ name }) => name)).toEqual([
    "简体中文",
    "français",
  ]);
});
