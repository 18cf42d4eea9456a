import { describe, expect, it } from "vitest";
import { returnTo, withReturn } from "#app/http/return-to.ts";

describe("the way back from an answer", () => {
  it("leads to the review for who came from there, and else to where the page belongs", () => {
    expect(returnTo("review").url).toBe("/app/close/review");
    expect(returnTo("review", "home").url).toBe("/app/close/review");
    expect([returnTo(null).url, returnTo("home").url, returnTo(null, "home").url]).toEqual([
      "/app/close",
      "/app",
      "/app",
    ]);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/app/close/review",
    "constructor",
    "__proto__",
    "",
    {},
  ])("takes no address and no other word from outside: %j", (name) => {
    expect(returnTo(name).url).toBe("/app/close");
  });

  it("is kept by the pages between the two", () => {
    expect(withReturn("/app/close/refund-form", returnTo("review"))).toBe(
      "/app/close/refund-form?back=review",
    );
    expect(withReturn("/app/close/refund-form", returnTo(null))).toBe("/app/close/refund-form");
  });
});
