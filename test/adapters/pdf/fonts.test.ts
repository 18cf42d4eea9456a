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
