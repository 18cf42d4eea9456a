import { expect, it } from "vitest";
import { wordsAt } from "#app/messages/words-at.ts";

const FILES = {
  _index: "home.js",
  fees: "fees.js",
  "close._index": "close.js",
  "close.$task": "task.js",
  "close.cost": "cost.js",
  "close.requests.$reference": "request.js",
  "setup_.alerts": "alerts.js",
  all: "all.js",
};

it.each([
  ["/app", "home.js"],
  ["/app/", "home.js"],
  ["/app/fees", "fees.js"],
  ["/app/close", "close.js"],
  ["/app/close/cost", "cost.js"],
  ["/app/close/expire-contracts", "task.js"],
  ["/app/close/requests/SET-7KQ2-M9XD", "request.js"],
  ["/app/setup/alerts", "alerts.js"],
  ["/app/setup", "all.js"],
  ["/app/close/requests/SET-7KQ2-M9XD/more", "all.js"],
  ["/apple", "all.js"],
])("the page at %s has its words in %s, and all others in one more", (pathname, page) => {
  expect(wordsAt(FILES, pathname)).toEqual({ page, all: "all.js" });
});
