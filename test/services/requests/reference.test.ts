import { describe, expect, it } from "vitest";
import { createReference } from "#app/services/requests/reference.ts";

describe("a reference", () => {
  const references = () => Array.from({ length: 2_000 }, createReference);

  it("can be read out on the phone: two groups of four, no letter that looks like a digit, no vowel", () => {
    for (const reference of references())
      expect(reference).toMatch(/^SET-[2-9B-DF-HJ-NP-TV-Z]{4}-[2-9B-DF-HJ-NP-TV-Z]{4}$/);
  });

  it("does not come twice", () => {
    expect(new Set(references()).size).toBe(2_000);
  });
});
