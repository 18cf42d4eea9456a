import "#scripts/one-sentence.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { parseArgs } from "node:util";
import pg from "pg";
import { wholeNumber } from "#scripts/bad-input.ts";
import { freePort } from "#scripts/free-port.ts";
import { postgresPlaces } from "#test/harness/sync/places.ts";

const { values } = parseArgs({ options: { jobs: { type: "string", default: "3000" } } });
const count = wholeNumber(values.jobs, { from: 100, example: "node bench/jobs.bench.ts --jobs 3000" });
const AS_STARTED = ["--max-semi-space-size=8", "--heap-growing-percent=30"];
const LOOK_MS = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
    SMTP_URL: "smtp://localhost:1",
    MAIL_FROM: "Settled <notices@settled.example>",
    OPERATOR_ADDRESS: "1 Example Street",
    SUPPORT_ADDRESS: "help-desk@impact.test",
  };
  const args = ["--disable-warning=ExperimentalWarning", ...AS_STARTED, "server.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
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
const DONE = `SELECT count(*)::int AS done FROM pgboss.job WHERE name = 'handle-webhook' AND state = 'completed'`;

/** Jobs a second from the moment they may begin until the last is done. */
async function measure(workers: number): Promise<number> {
  const places = await postgresPlaces();
  const { databaseUrl = "" } = await places.next();
  const children: ChildProcess[] = [];
  for (let started = 0; started < workers; started += 1) children.push(await startWorker(databaseUrl));
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(FILL, [count]);
  const begun = performance.now() + 3_000;
  while ((await client.query<{ done: number }>(DONE)).rows[0]?.done !== count) await pause(LOOK_MS);
  const took = (performance.now() - begun) / 1_000;
  await client.end();
  for (const child of children) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  await places.clear();
  return count / took;
}

let one = 0;
for (const workers of [1, 2, 4]) {
  const perSecond = await measure(workers);
  one ||= perSecond;
  console.log(
    `${count} webhooks worked on by ${workers} worker${workers > 1 ? "s" : ""}: ${perSecond.toFixed(0)} a second, ` +
      `${(perSecond / one).toFixed(2)} × one (as far as the machine has cores)`,
  );
}
