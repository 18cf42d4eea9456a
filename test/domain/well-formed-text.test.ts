import { describe, expect, it } from "vitest";
import { wellFormedText } from "#app/domain/index.ts";

describe("text from elsewhere", () => {
  it.each([
    ["Bl\u0000og", "Blog"],
    ["half \ud83d pair", "half  pair"],
    ["\udc00turned\ud800", "turned"],
    ["whole 😀 pair, 中文, \n\t", "whole 😀 pair, 中文, \n\t"],
    ["", ""],
  ])("%j is kept as %j", (text, kept) => {
    expect(wellFormedText(text)).toBe(kept);
    expect(new TextDecoder().decode(new TextEncoder().encode(wellFormedText(text)))).toBe(kept);
  });
});
