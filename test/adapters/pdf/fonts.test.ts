import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { createFontLibrary } from "#app/adapters/pdf/fonts.server.ts";

/** The fonts a text makes the library read. */
const namesFor = async (text: string) => (await createFontLibrary().facesFor(text)).map(({ name }) => name);

it.each([
  ["Please close account IR1. 请关闭账户。", []],
  ["Công ty Đường", ["alphabets"]],
  ["Северная", ["alphabets"]],
  ["한국어", ["korean"]],
  ["劐", ["han"]],
  ["Łódź 한국 劐", ["alphabets", "korean", "han"]],
])("reads no font that no character asks for: %s", async (text, more) => {
  expect(await namesFor(text)).toEqual(["base", ...more]);
});

it("reads a font again that could not be read for once, and says so meanwhile", async () => {
  let isAway = true;
  const fonts = createFontLibrary(async (file) => {
    if (isAway && file.includes("NotoSansKR")) throw new Error("too many open files");
    return readFile(createRequire(import.meta.url).resolve(file));
  });
  await expect(fonts.facesFor("한국어")).rejects.toThrow("too many open files");
  isAway = false;
  expect((await fonts.facesFor("한국어")).map(({ name }) => name)).toEqual(["base", "korean"]);
});
