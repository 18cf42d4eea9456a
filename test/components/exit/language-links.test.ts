import { expect, it } from "vitest";
import { languageLinks } from "#app/components/exit/language-links.ts";

it("leads to the same page in the other language, by the name its readers give it", () => {
  expect(languageLinks("en", "?from=mail&locale=en")).toEqual([
    { locale: "zh-CN", href: "?from=mail&locale=zh-CN", name: "中文" },
  ]);
  expect(languageLinks("zh-CN", "")).toEqual([{ locale: "en", href: "?locale=en", name: "English" }]);
});

it("offers every further language too", () => {
  expect(languageLinks("en", "", ["en", "zh-CN", "fr-CH"]).map(({ name }) => name)).toEqual([
    "中文",
    "français",
  ]);
});
