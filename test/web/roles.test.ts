import { existsSync } from "node:fs";
import pg from "pg";
import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { buildApp } from "#scripts/prepare.ts";
import { startTransactionPooler } from "#test/harness/transaction-pooler.ts";
import { UNTIL } from "#test/patience.ts";
import { startPostgres } from "#test/stores/real-postgres.ts";
import { sendScopes, startAppProcess } from "./app-process.ts";

beforeAll(() => {
  if (!existsSync("build/server/index.js")) buildApp();
});

it("takes webhooks in one process and works on them in another, and each ends when it is told to", async () => {
  const server = await startPostgres();
  const client = new pg.Client(server.url);
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await server.stop();
  });
  const waiting = async () => {
    const { rows } = await client.query(`SELECT name, state FROM pgboss.job WHERE name = 'handle-webhook'`);
    return rows;
  };
  const web = await startAppProcess({ databaseUrl: server.url, role: "web" });
  expect((await sendScopes(web.origin, "acme.myshopify.com")).status).toBe(200);
  expect((await fetch(`${web.origin}/exit/link`)).status).toBe(200);

  const worker = await startAppProcess({ databaseUrl: server.url, role: "worker" });
  await vi.waitFor(
    async () => expect(await waiting()).toEqual([{ name: "handle-webhook", state: "completed" }]),
    UNTIL,
  );
  const said = async (path: string) => (await fetch(`${worker.origin}${path}`)).status;
  expect([await said("/healthz"), await said("/stuckz"), await said("/exit/link")]).toEqual([200, 200, 404]);
  expect(await worker.metrics()).toContain('settled_jobs_total{job="handle-webhook",outcome="done"} 1');
  expect(await web.metrics()).toContain('settled_webhook_seconds_count{status="200"} 1');
  expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0]);
});

it("loses and doubles nothing with two of each role behind a pooler that passes on single transactions", async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const { url: databaseUrl, stop } = await startTransactionPooler(server.url);
  onTestFinished(stop);
  const roles = ["web", "web", "worker", "worker"] as const;
  const processes = await Promise.all(roles.map((role) => startAppProcess({ databaseUrl, role })));
  const [first, second] = processes;
  const sent = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      sendScopes((index % 2 ? first : second)?.origin ?? "", `shop-${index}.myshopify.com`),
    ),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(200).fill(200));
  const client = new pg.Client(server.url);
  await client.connect();
  const states = async () =>
    (
      await client.query(
        `SELECT state::text, count(*)::int AS jobs, count(DISTINCT data->>'webhookId')::int AS webhooks
           FROM pgboss.job WHERE name = 'handle-webhook' GROUP BY 1`,
      )
    ).rows;
  await vi.waitFor(
    async () => expect(await states()).toEqual([{ state: "completed", jobs: 200, webhooks: 200 }]),
    UNTIL,
  );
  await client.end();
  expect(await Promise.all(processes.map((each) => each.stop()))).toEqual([0, 0, 0, 0]);
});
