import { describe, expect, it } from "vitest";
import { keepingBack, wayBack } from "#app/http/way-back.ts";

describe("the way back from an answer", () => {
  it("leads to the review for who came from there, and else to where the page belongs", () => {
    expect(wayBack("review").url).toBe("/app/close/review");
    expect(wayBack("review", "home").url).toBe("/app/close/review");
    expect([wayBack(null).url, wayBack("home").url, wayBack(null, "home").url]).toEqual([
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
    expect(wayBack(name).url).toBe("/app/close");
  });

  it("is kept by the pages between the two", () => {
    expect(keepingBack("/app/close/refund-form", wayBack("review"))).toBe(
      "/app/close/refund-form?back=review",
    );
    expect(keepingBack("/app/close/refund-form", wayBack(null))).toBe("/app/close/refund-form");
  });
});
