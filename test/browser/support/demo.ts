import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { ROOT } from "#scripts/prepare.ts";
import { type Stack, type StackOptions, startStack } from "#scripts/stack.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { layReadyDatabase } from "#test/ready-database.ts";
import { ensureBuilt } from "./built.ts";
import { createNoise, type Noise } from "./noise.ts";

/** A visitor's browser. The one from npm calls itself headless, which the framing rules treat as a robot. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

export type Demo = {
  readonly sandboxUrl: string;
  readonly appUrl: string;
  readonly noise: Noise;
  /** A page in a fresh context; every context is watched for noise. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
};

/** Three servers, three ports: asked for at once, so that they differ. */
async function freePorts(): Promise<StackOptions["ports"]> {
  const [sandbox, app, smtp] = await Promise.all([freePort(), freePort(), freePort()]);
  return { sandbox, app, smtp };
}

/** Starts the whole demo once for a test file, in an empty folder, and a browser beside it. */
export function demoForFile(options: Pick<StackOptions, "channel" | "impactTimeoutSeconds"> = {}): Demo {
  const noise = createNoise();
  const dataDir = mkdtempSync(path.join(tmpdir(), "settled-browser-"));
  let stack: Stack | undefined;
  let browser: Browser | undefined;
  const started = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error("The demo starts in beforeAll; use it in hooks and tests only.");
    return what;
  };

  beforeAll(async () => {
    ensureBuilt();
    const launched = launch();
    await layReadyDatabase(dataDir);
    stack = await startStack({ dataDir, ports: await freePorts(), ...options }).catch((cause) => {
      throw new Error(logsIn(dataDir), { cause });
    });
    browser = await launched;
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(() => expect(noise.take()).toEqual([]));

  return {
    noise,
    get sandboxUrl() {
      return started(stack).sandboxUrl;
    },
    get appUrl() {
      return started(stack).appUrl;
    },
    async newPage(options = {}) {
      const context = await started(browser).newContext({
        userAgent: USER_AGENT,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      noise.listen(context);
      return context.newPage();
    },
  };
}

/** The last words of both processes: the folder is gone when somebody reads about the failed start. */
function logsIn(dataDir: string): string {
  const tail = (name: string) => {
    const file = path.join(dataDir, `${name}.log`);
    return existsSync(file) ? `${name}: ${readFileSync(file, "utf8").slice(-2_000)}` : `${name} has no log`;
  };
  return `The demo did not start.\n${tail("sandbox")}\n${tail("app")}`;
}

async function launch(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"], headless: true });
}

/** Keeps a picture for people when SCREENSHOTS=1; tests judge pages by what they say, not by pixels. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== "1") return;
  const folder = path.join(ROOT, "screenshots");
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
}
