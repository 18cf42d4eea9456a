import "#scripts/one-sentence.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { AS_STARTED } from "#scripts/as-started.ts";
import { wholeNumber } from "#scripts/bad-input.ts";
import { freePort } from "#scripts/free-port.ts";
import { postgresPlaces } from "#test/harness/sync/places.ts";
import { endsWithUs } from "./ends-with-us.ts";
import { note } from "./history.ts";

const { values } = parseArgs({ options: { jobs: { type: "string", default: "3000" } } });
const count = wholeNumber(values.jobs, { from: 100, example: "node bench/jobs.bench.ts --jobs 3000" });
const LOOK_MS = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Takes every mail and keeps none. */
async function startMailServer() {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => void stream.resume().once("end", () => done()),
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, stop: () => server.close() };
}

/** Noon UTC two business days before the fee of 1 July 2026: every reminder is due, in every zone of the fill. */
const FEE_EVE = Date.parse("2026-06-29T12:00:00Z");
const folder = mkdtempSync(path.join(tmpdir(), "settled-bench-"));
const clockFile = path.join(folder, "clock.json");
writeFileSync(clockFile, JSON.stringify({ offsetMs: FEE_EVE - Date.now() }));
const mails = await startMailServer();

/** One process of the app that works on jobs. */
async function startWorker(databaseUrl: string): Promise<ChildProcess> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "test" as const,
    ROLE: "worker",
    LOG_LEVEL: "error",
    PORT: String(port),
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: "bench-jobs-secret-0123456789",
    SHOPIFY_APP_URL: "http://localhost:3001",
    DATABASE_URL: databaseUrl,
    SEAL_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    LINK_SECRET: "bench-jobs-link-secret-of-32-characters",
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
    CLOCK_FILE: clockFile,
  };
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "server.ts"];
  const child = endsWithUs(spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] }));
  while (
    !(await fetch(`http://localhost:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(100);
  return child;
}

/** Webhooks of as many stores with their jobs, which may begin at this moment. */
const FILL = `WITH stored AS (
    INSERT INTO "WebhookDelivery" ("shop", "webhookId", "topic", "body", "receivedAt")
    SELECT 'bench-' || n || '.myshopify.com', 'w' || n, 'app/scopes_update', '{}', timezone('UTC', now())
    FROM generate_series(1, $1::int) AS n RETURNING "shop", "webhookId")
  INSERT INTO pgboss.job (name, data, start_after, retry_limit, expire_seconds)
  SELECT 'handle-webhook', jsonb_build_object('shop', "shop", 'webhookId', "webhookId"), now() + interval '3 seconds', 3, 900
  FROM stored`;

/** The day of the fee, of as many stores that left and asked to be reminded: each is looked after, and written to once. */
const FEE_DAY = `WITH stores AS (
    INSERT INTO "Shop" ("shop", "name", "contactEmail", "locale", "timeZone", "currency", "installedAt", "uninstalledAt", "lastSeenAt")
    SELECT 'bench-' || n || '.myshopify.com', 'Bench', 'owner-' || n || '@bench.test', 'en', 'UTC', 'USD',
      TIMESTAMP '2026-05-01', TIMESTAMP '2026-06-20', TIMESTAMP '2026-05-01'
    FROM generate_series(1, $1::int) AS n RETURNING "shop"),
  chosen AS (
    INSERT INTO "Choice" ("shop", "name", "granted", "decidedAt", "decidedBy")
    SELECT "shop", 'remind-before-fees', true, TIMESTAMP '2026-05-01', 'staff-1' FROM stores)
  INSERT INTO pgboss.job (name, data, start_after, retry_limit, expire_seconds)
  SELECT 'tend-left-shop', jsonb_build_object('shop', "shop"), now() + interval '3 seconds', 3, 900 FROM stores`;

const WORK = {
  webhooks: {
    fill: FILL,
    done: `SELECT count(*)::int AS done FROM pgboss.job WHERE name = 'handle-webhook' AND state = 'completed'`,
  },
  "fee day": {
    fill: FEE_DAY,
    done: `SELECT count(*)::int AS done FROM "OutboundMail" WHERE "purpose" = 'fee-reminder' AND "state" = 'sent'`,
  },
};
type WorkName = keyof typeof WORK;

/** Stores' jobs a second from the moment they may begin until the last is done. */
async function measure(work: WorkName, workers: number): Promise<number> {
  const places = await postgresPlaces();
  const { databaseUrl = "" } = await places.next();
  const children: ChildProcess[] = [];
  for (let started = 0; started < workers; started += 1) children.push(await startWorker(databaseUrl));
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(WORK[work].fill, [count]);
  const begun = performance.now() + 3_000;
  while ((await client.query<{ done: number }>(WORK[work].done)).rows[0]?.done !== count)
    await pause(LOOK_MS);
  const took = (performance.now() - begun) / 1_000;
  if (work === "fee day") await assertOnce(client);
  await client.end();
  for (const child of children) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  await places.clear();
  return count / took;
}

/** One reminder a store, taken once. Mail to the operator, such as the hourly alarm's, is none of theirs. */
async function assertOnce(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT "purpose", count(*)::int AS mails, count(DISTINCT "shop")::int AS stores, sum("attempts")::int AS sent
     FROM "OutboundMail" GROUP BY "purpose"`,
  );
  const reminders = rows.find(({ purpose }) => purpose === "fee-reminder");
  if ([reminders?.mails, reminders?.stores, reminders?.sent].some((number) => number !== count))
    throw new Error(`Not one mail each: ${JSON.stringify(rows)}`);
  for (const other of rows) if (other !== reminders) console.log(`beside them: ${JSON.stringify(other)}`);
}

for (const work of Object.keys(WORK) as WorkName[]) {
  let one = 0;
  for (const workers of [1, 2, 4]) {
    const perSecond = await measure(work, workers);
    one ||= perSecond;
    note(`jobs, ${work}, ${workers} workers`, { "a second": perSecond, "× one": perSecond / one });
    console.log(
      `${count} stores, ${work}, ${workers} worker${workers > 1 ? "s" : ""}: ${perSecond.toFixed(0)} a second, ` +
        `${(perSecond / one).toFixed(2)} × one (as far as the machine has cores)`,
    );
  }
}
mails.stop();
rmSync(folder, { recursive: true });
