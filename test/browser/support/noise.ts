import type { BrowserContext, ConsoleMessage } from "playwright-core";

/** An answer of 400 or above that a test provokes on purpose. */
type Expected = { status: number; url: RegExp; seen: boolean };

/** What a page says that nobody should have to read: console errors, uncaught errors, failed requests. */
export type Noise = {
  listen(context: BrowserContext): void;
  /** The test provokes this answer; that it never came is noise too. */
  expect(status: number, url: RegExp): void;
  /** Everything heard since the last call. */
  take(): string[];
};

/** An address without what the admin adds to it, tokens first of all. */
const place = (address: string): string => new URL(address).origin + new URL(address).pathname;

export function createNoise(): Noise {
  let heard: string[] = [];
  let expected: Expected[] = [];
  const isExpected = (status: number, url: string) => {
    const match = expected.find((each) => each.status === status && each.url.test(url));
    if (match) match.seen = true;
    return match !== undefined;
  };
  // Chromium writes a line of its own for every answer of 400 or above; the answer itself is judged below.
  const isEcho = (message: ConsoleMessage) => message.text().startsWith("Failed to load resource:");
  return {
    listen(context) {
      context.on("console", (message) => {
        if (!["error", "warning"].includes(message.type()) || isEcho(message)) return;
        heard.push(`console ${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (error) => heard.push(`page error: ${error.error().message}`));
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // Leaving a page ends what it was still loading.
        if (reason !== "net::ERR_ABORTED") heard.push(`request failed: ${place(request.url())} ${reason}`);
      });
      context.on("response", (response) => {
        if (response.status() >= 400 && !isExpected(response.status(), response.url()))
          heard.push(`answer ${response.status()}: ${place(response.url())}`);
      });
    },
    expect: (status, url) => {
      expected.push({ status, url, seen: false });
    },
    take() {
      const missing = expected
        .filter(({ seen }) => !seen)
        .map(({ status, url }) => `no answer ${status}: ${url}`);
      const all = [...heard, ...missing];
      heard = [];
      expected = [];
      return all;
    },
  };
}
