import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { freePort } from "#scripts/free-port.ts";
import { layReadyDatabase, MIGRATIONS } from "#test/ready-database.ts";

const run = promisify(execFile);

/** What an operator has in .env; the folder is the test's own. */
const SETTINGS = {
  SHOPIFY_API_KEY: "client-id",
  SHOPIFY_API_SECRET: "a-secret-from-the-dashboard",
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  LINK_SECRET: "b".repeat(32),
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "Settled <notices@settled.example.com>",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "help-desk@impact.test",
};

/** Starts one of the entry points as its npm script does. */
const start = async (script: string, dataDir: string, ...args: string[]) =>
  run(process.execPath, ["--disable-warning=ExperimentalWarning", script, ...args], {
    env: {
      ...process.env,
      ...SETTINGS,
      NODE_ENV: "development",
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
  });

describe("an embedded database that one process has open", () => {
  let dataDir: string;
  let first: OpenDatabase;
  const open = (holder: string) => openDatabase({ dataDir, migrationsDir: MIGRATIONS, holder });
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "settled-embedded-"));
    await layReadyDatabase(dataDir);
    first = await open("the first");
  });
  afterAll(async () => {
    await first.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const answers = () => first.prisma.$queryRaw`SELECT 1 AS "one"`;
  const refusal = new RegExp(
    `The data folder .* is in use by another process: the first, process ${process.pid} .* Stop that process first`,
  );

  it("is opened by no second one, and the first goes on", async () => {
    await expect(open("the second")).rejects.toThrow(refusal);
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it.each([
    ["server.ts"],
    ["scripts/rotate-keys.ts"],
    ["scripts/ops.ts", "dead-jobs", "--why", "To look."],
    ["scripts/note-sent-mails.ts", "package.json"],
    ["scripts/ops.ts", "deletions", "acme.myshopify.com", "--why", "Asked."],
  ])("is left alone by %s, which says so in one sentence", async (script = "", ...args) => {
    const ended = await start(script, dataDir, ...args).then(
      () => "it went through",
      (error: { stderr: string }) => error.stderr,
    );
    expect(ended).toMatch(refusal);
    expect(ended.trim().split("\n")).toHaveLength(1);
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it("computes in a thread of its own: the process goes on while a long statement runs", async () => {
    let turns = 0;
    let isComputing = true;
    const turn = () => {
      turns += 1;
      if (isComputing) setImmediate(turn);
    };
    setImmediate(turn);
    await first.prisma.$queryRaw`SELECT sum(length(md5(n::text))) FROM generate_series(1, 100000) AS n`;
    isComputing = false;
    expect(turns).toBeGreaterThan(200);
  });

  it("tells faults of statements as PostgreSQL does, and undoes what was not committed", async () => {
    await expect(first.query("SELECT * FROM nowhere", [])).rejects.toMatchObject({ code: "42P01" });
    const twice = first.prisma.$transaction([
      first.prisma.rateLimit.create({ data: { key: "twice" } }),
      first.prisma.rateLimit.create({ data: { key: "twice" } }),
    ]);
    await expect(twice).rejects.toMatchObject({ cause: { code: "23505" } });
    expect(await first.prisma.rateLimit.count({ where: { key: "twice" } })).toBe(0);
  });

  it("answers what was asked before it is closed, and refuses what comes after", async () => {
    const asked = [1, 2, 3].map((value) => first.query("SELECT $1::int AS value", [value]));
    await first.close();
    const answers = await Promise.all(asked);
    expect(answers.map(({ rows }) => rows)).toEqual([[{ value: 1 }], [{ value: 2 }], [{ value: 3 }]]);
    await expect(first.query("SELECT 1", [])).rejects.toThrow("The embedded database is closed.");
    first = await open("the first");
  });

  it("is open to the next one once the first has closed it", async () => {
    await first.close();
    first = await open("the next");
    expect(await answers()).toEqual([{ one: 1 }]);
  });
});

it("an embedded database of another version is told from one that is in use, and its folder is let go", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "settled-embedded-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await layReadyDatabase(dataDir);
  await writeFile(path.join(dataDir, "db", "PG_VERSION"), "17\n");
  for (const _twice of [1, 2])
    await expect(openDatabase({ dataDir, migrationsDir: MIGRATIONS, holder: "a test" })).rejects.toThrow(
      /\(DATA_DIR\) cannot be opened .* of another version of PostgreSQL; put a backup back/,
    );
});

it("an embedded database lies in files that only their owner can read, also one that was laid otherwise", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "settled-embedded-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await layReadyDatabase(dataDir);
  await run("chmod", ["-R", "a+rX", dataDir]);
  await start("scripts/ops.ts", dataDir, "dead-jobs", "--why", "To look.");
  const { stdout } = await run("find", [dataDir, "-perm", "/077"]);
  expect(stdout).toBe("");
});
