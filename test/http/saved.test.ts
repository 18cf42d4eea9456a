import { expect, it } from "vitest";
import { isSaved, savedAt, withoutSaved } from "#app/http/saved.ts";

it.each([
  ["/exit", "/exit?saved=1"],
  ["/exit/request?reference=SET-1", "/exit/request?reference=SET-1&saved=1"],
  ["/app/close?back=review#tasks", "/app/close?back=review&saved=1#tasks"],
])("a form that was saved leads to %s with a mark", (url, marked) => {
  expect(savedAt(url)).toBe(marked);
});

it("the mark is read and taken off, and nothing else of the query", () => {
  expect(isSaved("?reference=SET-1&saved=1")).toBe(true);
  expect(isSaved("?reference=SET-1")).toBe(false);
  expect(withoutSaved("?reference=SET-1&saved=1")).toBe("?reference=SET-1");
  expect(withoutSaved("?saved=1")).toBe("");
});
