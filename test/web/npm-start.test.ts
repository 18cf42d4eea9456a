import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { buildApp } from "#scripts/prepare.ts";
import { childEnv } from "#test/child-env.ts";
import { layReadyDatabase } from "#test/ready-database.ts";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "settled-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a host gives the app in production; nothing of the demo may be in it. */
const settings = (port: number, dataDir: string) => ({
  // npm start says itself that this is production.
  NODE_ENV: "development" as const,
  ...childEnv(),
  HOME: process.env.HOME,
  PORT: String(port),
  DATA_DIR: dataDir,
  SHOPIFY_API_KEY: "0123456789abcdef",
  SHOPIFY_API_SECRET: "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",
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: `k1:${Buffer.from("a-key-of-thirty-two-bytes-for-it").toString("base64")}`,
  LINK_SECRET: "W9x2kQ7vT4pL8mZ3bN6cR1yH5jD0gF-start",
  SMTP_URL: "smtps://user:word@mail.example.com:465",
  MAIL_FROM: "Settled <notices@example.com>",
  OPERATOR_ADDRESS: "1 Example Street, 10115 Berlin",
  TICKET_CHANNEL: "assisted",
  SUPPORT_ADDRESS: "support@example.com",
});

/** `npm start` as a host runs it: a process of its own group, of which only npm's own number is known. */
function npmStart(env: ReturnType<typeof settings>) {
  const child = spawn(npm, ["start", "--silent"], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => endGroup(child));
  // Node says so of `--env-file-if-exists`.
  const err = text(child.stderr).then((said) => said.replace(/^\.env not found.*\n/, ""));
  return { child, said: Promise.all([text(child.stdout), err]), exit: once(child, "exit") };
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group has ended, as it should.
  }
}

async function whenReady(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("npm start ended before the app was ready.");
}

describe("npm start", () => {
  beforeAll(() => {
    if (!existsSync("build/server/index.js")) buildApp();
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends the app itself, and well, on %s", async (signal) => {
    const [port, dataDir] = [await freePort(), aFolder()];
    await layReadyDatabase(dataDir);
    const { child, said, exit } = npmStart(settings(port, dataDir));
    await whenReady(port, child);
    child.kill(signal);
    await exit;
    const [out, err] = await said;
    // The app's last word, which it says when database and queue are closed.
    expect([out.trim().split("\n").at(-1), err]).toEqual([expect.stringContaining('"stopped"'), ""]);
    await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
  });

  it("ends well when the signal comes before it is ready", async () => {
    const [port, dataDir] = [await freePort(), aFolder()];
    await layReadyDatabase(dataDir);
    const { child, said, exit } = npmStart(settings(port, dataDir));
    let isOpen = false;
    while (!isOpen && child.exitCode === null)
      isOpen = await fetch(`http://localhost:${port}/`).then(
        () => true,
        () => false,
      );
    child.kill("SIGTERM");
    await exit;
    const [out, err] = await said;
    expect([out.trim().split("\n").at(-1), err]).toEqual([expect.stringContaining('"stopped"'), ""]);
  });

  it("asks for its port before it touches the database, and says in one sentence that it is taken", async () => {
    const holder = createServer().listen(0);
    onTestFinished(() => void holder.close());
    await once(holder, "listening");
    const address = holder.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const dataDir = path.join(aFolder(), "data");
    const { said, exit } = npmStart(settings(port, dataDir));
    const [code] = await exit;
    const [, err] = await said;
    expect([code, err.trim()]).toEqual([
      1,
      `Port ${port} is taken. Set PORT to another one, or end what listens there.`,
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it("says in one sentence that nothing was built, and touches nothing", async () => {
    const dataDir = path.join(aFolder(), "data");
    const child = spawn(process.execPath, [path.resolve("server.ts")], {
      cwd: aFolder(),
      env: settings(await freePort(), dataDir),
      stdio: ["ignore", "ignore", "pipe"],
    });
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect([code, err]).toEqual([
      1,
      "Settled is not built in this folder. Run: npm install, then npm run build.\n",
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it("says in one sentence each which settings are missing", async () => {
    const { said, exit } = npmStart({ ...settings(await freePort(), aFolder()), SHOPIFY_API_SECRET: "" });
    const [code] = await exit;
    const [, err] = await said;
    expect(code).toBe(1);
    expect(err).toMatch(/^Settled cannot start\. Check these settings:\n {2}SHOPIFY_API_SECRET is not set;/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
