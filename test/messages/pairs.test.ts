import { describe, expect, it } from "vitest";
import { catalogueOf } from "#app/messages/messages.server.ts";
import { PAIRS_EN } from "./words/pairs-en.ts";
import { PAIRS_ZH } from "./words/pairs-zh.ts";

describe("what the language reference rewrote", () => {
  it.each([
    ["en", PAIRS_EN],
    ["zh-CN", PAIRS_ZH],
  ] as const)("stays as it says, in %s", (locale, pairs) => {
    const messages = catalogueOf(locale);
    const other = pairs.filter(([id, text]) => !messages[id]?.includes(text));
    expect(other.map(([id, text]) => `${id}: “${text}”, but it is “${messages[id]}”`)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(70);
  });
});
