import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "../free-port.ts";
import { ROOT } from "../prepare.ts";
import { seedStores } from "./seed.ts";
import type { Target } from "./target.ts";

export type Settings = NodeJS.ProcessEnv & { PORT: string; DATA_DIR: string };

/** A start of the app as a host runs it, with what it has written so far and how it ended. */
export type Started = {
  said: () => { out: string; err: string };
  /** Waits until it has ended by itself; null when it has not within the time. */
  ended: (ms: number) => Promise<number | null>;
  terminate: () => void;
  kill: () => void;
};

export type Production = { target: Target; settings: Settings; app: Started; remove: () => Promise<void> };

/** Longer than a start takes on a busy machine. */
const READY_MS = 180_000;
/** Longer than a killed process takes to be gone. */
const ENDS_MS = 10_000;
const APP_URL = "https://settled-attack.com";

/** What a host gives the app in production. Secrets are made for this one run. */
async function settingsOf(dataDir: string, databaseUrl: string): Promise<Settings> {
  const secret = () => randomBytes(24).toString("base64url");
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    npm_config_update_notifier: "false",
    NODE_OPTIONS: `--import=${pathToFileURL(path.join(ROOT, "scripts/attack/loopback-only.ts")).href}`,
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: randomBytes(16).toString("hex"),
    SHOPIFY_API_SECRET: `shpss_${randomBytes(16).toString("hex")}`,
    SHOPIFY_APP_URL: APP_URL,
    SEAL_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    LINK_SECRET: secret(),
    MAIL_EVENTS_SECRET: secret(),
    // Nothing listens there: no mail leaves.
    SMTP_URL: `smtps://attack:${secret()}@localhost:${await freePort()}`,
    MAIL_FROM: "Settled <notices@settled-attack.com>",
    OPERATOR_ADDRESS: "1 Main Street, 10115 Berlin",
    TICKET_CHANNEL: "smtp",
    SUPPORT_ADDRESS: "support@settled-attack.com",
  };
}

/** `npm start` with these settings, in a process group of its own. */
export function npmStart(settings: Settings): Started {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const options = { cwd: ROOT, env: settings, detached: true } as const;
  const child = spawn(npm, ["start", "--silent"], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  const closed = once(child, "close");
  return {
    said: () => said,
    ended: (ms) =>
      Promise.race([
        closed.then(() => child.exitCode),
        new Promise<null>((resolve) => setTimeout(() => resolve(null), ms).unref()),
      ]),
    terminate: () => child.kill("SIGTERM"),
    kill: () => killGroup(child),
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group has ended.
  }
}

/** A production start on a database of its own in which two stores have left and hold links. */
export async function startProduction(databaseUrl: string): Promise<Production> {
  const folder = await mkdtemp(path.join(tmpdir(), "settled-attack-"));
  const settings = await settingsOf(path.join(folder, "data"), databaseUrl);
  const stores = await seedStores(settings);
  const app = npmStart(settings);
  const origin = `http://localhost:${settings.PORT}`;
  const remove = async () => {
    app.kill();
    await app.ended(ENDS_MS);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await whenReady(origin, app);
  } catch (error) {
    await remove();
    throw error;
  }
  const target: Target = {
    origin,
    appUrl: APP_URL,
    apiKey: settings.SHOPIFY_API_KEY ?? "",
    apiSecret: settings.SHOPIFY_API_SECRET ?? "",
    mailSecret: settings.MAIL_EVENTS_SECRET ?? null,
    stores,
  };
  return { target, settings, app, remove };
}

async function whenReady(origin: string, app: Started): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; ) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if ((await app.ended(200)) !== null) break;
  }
  throw new Error(`The app does not start.\n${app.said().err}\n${app.said().out}`);
}

/** How a start that should be refused ends, and what it says; no code when it is let in, and then ended at once. */
export async function refusedStart(settings: Settings): Promise<{ code: number | null; words: string }> {
  const start = npmStart(settings);
  const isLetIn = whenReady(`http://localhost:${settings.PORT}`, start).then(
    () => null,
    () => start.ended(0),
  );
  return wordsOf(start, await isLetIn);
}

/** The same for a start on a port that another one has: there it is the other one that answers. */
export async function refusedPort(settings: Settings): Promise<{ code: number | null; words: string }> {
  const start = npmStart(settings);
  return wordsOf(start, await start.ended(READY_MS));
}

async function wordsOf(start: Started, code: number | null): Promise<{ code: number | null; words: string }> {
  start.kill();
  await start.ended(ENDS_MS);
  return { code, words: saidBeside(start) };
}

/** What stands beside the log; Node says something of `--env-file-if-exists` that is nobody's fault. */
export const saidBeside = (start: Started): string =>
  start
    .said()
    .err.replace(/^\.env not found.*\n/gm, "")
    .trim();
