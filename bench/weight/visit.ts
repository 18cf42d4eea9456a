import { gzipSync } from "node:zlib";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

/** Milliseconds at a processor so many times slower. */
const SLOWER = 4;
const SETTLED_MS = 1_500;
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

type Seen = { largest: number; shift: number; interaction: number };
declare global {
  interface Window {
    seen: Seen;
    benchToken(): Promise<string>;
  }
}

export type Visit = Seen & {
  /** Bytes of the document as it travels, and as it is. */
  html: number;
  htmlRaw: number;
  /** Bytes of all scripts that came until the page was quiet, compressed. */
  scripts: number;
  /** Of these, the words of the page's language: the browser asks for them first, and nothing is alive without them. */
  words: number;
};

export async function openBrowser(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true });
}

/** Opens a page with nothing kept from before, uses it, and reads what the browser itself noticed. */
export async function visit(
  browser: Browser,
  url: string,
  token: () => string,
  use: (page: Page) => Promise<void>,
): Promise<Visit> {
  const context = await browser.newContext({
    userAgent: USER_AGENT,
    viewport: { width: 1280, height: 900 },
  });
  try {
    // App Bridge's own script is Shopify's and the same for everybody.
    await context.route("https://cdn.shopify.com/**", (route) => route.fulfill({ body: "" }));
    await context.exposeFunction("benchToken", token);
    await context.addInitScript(watch);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    const scripts: Promise<{ isWords: boolean; bytes: number }>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script" || response.url().includes("cdn.shopify.com"))
        return;
      const isWords = /\/words-[\w-]+\.js/.test(response.url());
      scripts.push(response.body().then((body) => ({ isWords, bytes: gzipSync(body).length })));
    });
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const response = await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLED_MS);
    await use(page);
    await page.waitForTimeout(SETTLED_MS);
    const document = (await response?.body()) ?? Buffer.alloc(0);
    if (response?.status() !== 200 || faults.length > 0)
      throw new Error(`${url} answered ${response?.status()}: ${faults.join("; ")}`);
    const seen = await page.evaluate(() => window.seen);
    const loaded = await Promise.all(scripts);
    const sum = (files: typeof loaded) => files.reduce((bytes, each) => bytes + each.bytes, 0);
    return {
      ...seen,
      html: gzipSync(document).length,
      htmlRaw: document.length,
      scripts: sum(loaded),
      words: sum(loaded.filter(({ isWords }) => isWords)),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page before everything else. */
function watch(): void {
  const seen: Seen = { largest: 0, shift: 0, interaction: 0 };
  window.seen = seen;
  const observe = (type: string, note: (entry: PerformanceEntry) => void, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe("largest-contentful-paint", ({ startTime }) => {
    seen.largest = startTime;
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  observe(
    "event",
    (entry) => {
      const { duration, interactionId } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId > 0) seen.interaction = Math.max(seen.interaction, duration);
    },
    { durationThreshold: 16 },
  );
  const asked = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set("authorization", `Bearer ${await window.benchToken()}`);
    return asked(input, { ...init, headers });
  };
  const nothing = () => undefined;
  Object.assign(window, {
    shopify: {
      config: {},
      idToken: () => window.benchToken(),
      toast: { show: nothing },
      loading: nothing,
      saveBar: { show: nothing, hide: nothing },
    },
  });
}
