import { describe, expect, it } from "vitest";
import { codeFor, isCode, macOfCode, readCode } from "#app/services/exit/exit-code.ts";

const VISIT = "a-visit";
const OTHER_VISIT = "another-visit";

describe("a code", () => {
  it("has six digits and depends on its id and the key alone", () => {
    const codes = Array.from({ length: 500 }, (_, index) => codeFor(`id-${index}`, "key"));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(490);
    expect(codeFor("id-1", "key")).toBe(codeFor("id-1", "key"));
    expect(codeFor("id-1", "other key")).not.toBe(codeFor("id-1", "key"));
  });

  it("fits its own visit and key only", () => {
    const mac = macOfCode("123456", VISIT, "key");
    expect(isCode("123456", VISIT, mac, "key")).toBe(true);
    expect(isCode("123457", VISIT, mac, "key")).toBe(false);
    expect(isCode("123456", OTHER_VISIT, mac, "key")).toBe(false);
    expect(isCode("123456", VISIT, mac, "other")).toBe(false);
    expect(isCode("123456", VISIT, "", "key")).toBe(false);
  });

  it("is read however it was typed or pasted", () => {
    expect(["482913", " 482 913 ", "482-913", "４８２９１３"].map(readCode)).toEqual(Array(4).fill("482913"));
  });

  it("is read with many blanks in it, and not at all where it is too long for one", () => {
    expect(readCode(`482${" ".repeat(34)}913`)).toBe("482913");
    expect(readCode(`482${" ".repeat(35)}913`)).toBe("");
  });
});
