import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Channel } from "#app/ports/help-desk.ts";
import { COMPILED_CODE, ROOT } from "./prepare.ts";

export type StackOptions = {
  dataDir: string;
  ports: { sandbox: number; app: number; smtp: number };
  /** How closing requests reach the help desk; e-mail unless told otherwise. */
  channel?: Channel;
  /** Empty for the embedded database. */
  databaseUrl?: string;
  /** How long impact.com may take for an answer. */
  impactTimeoutSeconds?: number;
};

/** Whoever plays "no answer" need not wait as long for it as the real impact.com deserves. */
const DEMO_TIMEOUT_SECONDS = 5;

export type Stack = { sandboxUrl: string; appUrl: string; stop(): Promise<void> };

/** Secrets of one demo folder: made once, so that a second start opens what the first one sealed. */
function secretsOf(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const secrets = {
      SHOPIFY_API_SECRET: `sandbox-${randomBytes(16).toString("hex")}`,
      LINK_SECRET: `sandbox-${randomBytes(24).toString("hex")}`,
      SEAL_KEYS: `demo:${randomBytes(32).toString("base64")}`,
    };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The settings both processes share, so that app and sandbox speak to each other and to nobody else. */
export function stackEnv({
  dataDir,
  ports,
  channel,
  databaseUrl,
  impactTimeoutSeconds = DEMO_TIMEOUT_SECONDS,
}: StackOptions): NodeJS.ProcessEnv {
  const sandbox = `http://localhost:${ports.sandbox}`;
  const app = `http://localhost:${ports.app}`;
  const helpDesk = "help-desk@sandbox.example";
  const deskKey = "sandbox-help-desk-key";
  return {
    ...process.env,
    ...secretsOf(dataDir),
    NODE_ENV: "development",
    ...COMPILED_CODE,
    SHOPIFY_API_KEY: "settled-sandbox",
    SHOPIFY_APP_URL: app,
    APP_URL: app,
    PORT: String(ports.app),
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_ORIGIN: sandbox,
    APP_BRIDGE_URL: `${sandbox}/app-bridge.js`,
    CLOCK_FILE: path.join(dataDir, "sandbox", "clock.json"),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? "",
    IMPACT_API_URL: `${sandbox}/impact-api`,
    IMPACT_APP_URL: `${sandbox}/impact`,
    IMPACT_TIMEOUT_SECONDS: String(impactTimeoutSeconds),
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street, 10115 Berlin",
    PARTNER_API_URL: `${sandbox}/_partners`,
    PARTNER_ORGANIZATION: "1",
    PARTNER_APP: "1",
    PARTNER_TOKEN: "sandbox-partner-token",
    // Nothing stands in front of the demo.
    TRUSTED_PROXIES: "0",
    TICKET_CHANNEL: channel ?? "smtp",
    SUPPORT_ADDRESS: helpDesk,
    FRESHDESK_URL: `${sandbox}/freshdesk`,
    FRESHDESK_API_KEY: deskKey,
    ZENDESK_URL: `${sandbox}/zendesk`,
    ZENDESK_EMAIL: "agent@sandbox.example",
    ZENDESK_API_TOKEN: deskKey,
    HELP_DESK_ADDRESS: helpDesk,
    HELP_DESK_API_KEY: deskKey,
  };
}

/** Seconds on a machine with nothing else to do; a process that ends is not waited for. */
const START_MS = 300_000;

/** Starts the sandbox, then the app, and waits until both answer. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const env = stackEnv(options);
  const sandboxUrl = `http://localhost:${options.ports.sandbox}`;
  const appUrl = `http://localhost:${options.ports.app}`;
  const started: ChildProcess[] = [];
  const stop = async () => {
    for (const child of started.toReversed()) await end(child);
  };
  const start = async (name: string, args: string[], ready: string) => {
    const child = launch(name, args, env);
    started.push(child);
    await answering(ready, child);
  };
  try {
    await start("sandbox", ["sandbox/main.ts"], `${sandboxUrl}/healthz`);
    await start(
      "app",
      ["--import", "./sandbox/admin/redirect-shop-calls.ts", "server.ts"],
      `${appUrl}/readyz`,
    );
  } catch (error) {
    // Whatever did start must not stay behind, holding the ports of the next try.
    await stop();
    throw error;
  }
  return { sandboxUrl, appUrl, stop };
}

/** Each process logs into its own file beside the data, so that the terminal keeps what a person needs. */
function launch(name: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const log = openSync(path.join(String(env.DATA_DIR), `${name}.log`), "a", 0o600);
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: ROOT,
    env,
    // Its own group: Ctrl-C reaches only the parent, which ends both in the right order.
    detached: true,
    stdio: ["ignore", log, log],
  });
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`A process ended before ${url} answered; its log in the data folder says why.`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${url} did not answer in time.`);
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
