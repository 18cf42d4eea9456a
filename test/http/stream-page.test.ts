import { text } from "node:stream/consumers";
import { createElement, type ReactElement, Suspense } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { streamPage } from "#app/http/stream-page.server.ts";

const nothing = () => undefined;
const streamed = (page: ReactElement, whole = false) =>
  streamPage(page, { whole, nonce: "n", onError: nothing });

/** A part of the page that never comes. */
function Never(): never {
  throw new Promise(nothing);
}
/** A page whose frame cannot be made. */
function Broken(): never {
  throw new Error("no such data");
}
const unfinished = createElement(
  "main",
  null,
  "Home",
  createElement(Suspense, { fallback: "…" }, createElement(Never)),
);

describe("a page", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is let go with its last byte: nothing waits for it any more", async () => {
    expect(await text(await streamed(createElement("p", null, "Home")))).toBe("<p>Home</p>");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is let go when its reader leaves before the end", async () => {
    const body = await streamed(unfinished);
    const closed = new Promise((resolve) => body.once("close", resolve));
    body.destroy();
    await closed;
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is let go when it cannot be made", async () => {
    await expect(streamed(createElement(Broken))).rejects.toThrow("no such data");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is cut off after ten seconds when it does not end by itself", async () => {
    const body = await streamed(unfinished);
    const page = text(body);
    vi.advanceTimersByTime(9_999);
    expect(body.writableEnded).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await page).toContain("<main>Home");
  });
});
