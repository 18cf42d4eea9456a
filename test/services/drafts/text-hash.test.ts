import { expect, it } from "vitest";
import { textHash } from "#app/services/drafts/text-hash.ts";

it("knows a text again that a browser sent back with its own line ends and spaces around it", () => {
  const hash = textHash("Hello,\n\nplease close it.");
  expect(textHash("Hello,\r\n\r\nplease close it.\r\n")).toBe(hash);
  expect(textHash("  Hello,\n\nplease close it. ")).toBe(hash);
  expect(textHash("Hello, please close it.")).not.toBe(hash);
  expect(textHash("Hello,please close it.")).not.toBe(hash);
});
