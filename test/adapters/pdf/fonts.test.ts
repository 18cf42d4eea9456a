import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { createFontLibrary } from "#app/adapters/pdf/fonts.server.ts";

/** The fonts a text makes the library read. */
const namesFor = async (text: string, language = "en") =>
  (await createFontLibrary().facesFor(text, language)).map(({ name }) => name);

it.each([
  ["Please close account IR1.", []],
  ["请关闭账户。", ["chinese"]],
  ["Công ty Đường", []],
  ["Северная", []],
  ["한국어", ["korean"]],
  ["劐", ["chinese", "han"]],
  ["Łódź 한국 劐", ["chinese", "korean", "han"]],
])("reads no font that no character asks for: %s", async (text, more) => {
  expect(await namesFor(text)).toEqual(["alphabets", ...more]);
});

it.each([
  ["ja", ["japanese"]],
  ["zh-TW", ["traditional"]],
  ["zh-CN", ["chinese"]],
  ["de", ["alphabets", "chinese"]],
])(
  "begins with the font in which %s writes its words, and needs no other for its characters",
  async (language, names) => {
    // One character each that mainland, Taiwan and Japan draw differently, and Latin beside it.
    expect(await namesFor("Settled 直骨今", language)).toEqual(names);
  },
);

it.each(["ja", "zh-TW"])("draws in %s whatever a merchant writes from elsewhere", async (language) => {
  const [own, ...others] = await namesFor("Łódź 한국 们ề", language);
  expect([own, ...others].slice(1)).toEqual(expect.arrayContaining(["korean"]));
});

it("reads a font again that could not be read for once, and says so meanwhile", async () => {
  let isAway = true;
  const fonts = createFontLibrary(async (file) => {
    if (isAway && file.includes("NotoSansKR")) throw new Error("too many open files");
    return readFile(createRequire(import.meta.url).resolve(file));
  });
  await expect(fonts.facesFor("한국어", "en")).rejects.toThrow("too many open files");
  isAway = false;
  expect((await fonts.facesFor("한국어", "en")).map(({ name }) => name)).toEqual(["alphabets", "korean"]);
});
