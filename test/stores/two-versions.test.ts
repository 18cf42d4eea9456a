import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { childEnv } from "#test/child-env.ts";
import { startPostgres } from "./real-postgres.ts";

/** The last commit whose keys did not begin with the shop. A release replaces it with its own predecessor. */
const BEFORE = "e081bcf81549da1e8900352e880bdc3fbd0b990c";

const has = (commit: string): boolean => {
  try {
    execFileSync("git", ["cat-file", "-e", commit], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** A copy of that version in a folder of its own, with the libraries of this one. */
function checkOut(commit: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "settled-before-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = execFileSync(
    "git",
    ["archive", commit, "app", "prisma", "package.json", "prisma.config.ts"],
    {
      maxBuffer: 1e9,
    },
  );
  execFileSync("tar", ["-x", "-C", folder], { input: files });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  execFileSync(path.resolve("node_modules/.bin/prisma"), ["generate"], { cwd: folder, stdio: "ignore" });
  cpSync("test/stores/version-child.ts", path.join(folder, "version-child.ts"));
  return folder;
}

/** A process of one version on this database, which does what it is told. */
async function start(cwd: string, program: string, databaseUrl: string) {
  const env = {
    NODE_ENV: "development" as const,
    ...childEnv(),
    LOG_LEVEL: "silent",
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-of-two-versions",
    SHOPIFY_APP_URL: "http://localhost:3001",
    DATABASE_URL: databaseUrl,
    SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    LINK_SECRET: "two-versions-link-secret-of-32-characters",
    SMTP_URL: "smtp://localhost:1",
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
  };
  const args = ["--disable-warning=ExperimentalWarning", program];
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value } = await lines.next();
    if (value === undefined) throw new Error(`${cwd} ended.`);
    return JSON.parse(value).said;
  };
  expect(await next()).toBe("ready");
  return {
    write: (shop: string, round: string): Promise<unknown> => {
      child.stdin.write(`${shop} ${round}\n`);
      return next();
    },
    end: async () => {
      const exit = once(child, "exit");
      child.stdin.end();
      expect((await exit)[0]).toBe(0);
    },
  };
}

it.skipIf(!has(BEFORE))("the version before works on beside this one, on a database it filled", async () => {
  const server = await startPostgres();
  const older = await start(checkOut(BEFORE), "version-child.ts", server.url);
  const [filled, fresh] = ["filled.myshopify.com", "fresh.myshopify.com"];
  const first = (round: string, shop: string) => ({
    session: round,
    code: round,
    link: shop,
    webhooks: ["stored", "duplicate"],
    firstMail: true,
    firstRequest: true,
    requests: 1,
  });
  const later = (round: string, shop: string) => ({
    ...first(round, shop),
    firstMail: false,
    firstRequest: false,
  });
  expect(await older.write(filled, "1")).toEqual(first("1", filled));

  const newer = await start(process.cwd(), "test/stores/version-child.ts", server.url);
  expect(await newer.write(filled, "2")).toEqual(later("2", filled));
  expect(await older.write(filled, "3")).toEqual(later("3", filled));
  expect(await newer.write(fresh, "4")).toEqual(first("4", fresh));
  expect(await older.write(fresh, "5")).toEqual(later("5", fresh));
  expect(await newer.write(filled, "6")).toEqual(later("6", filled));
  await Promise.all([older.end(), newer.end()]);
  await server.stop();
});
