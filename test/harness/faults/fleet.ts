import { randomUUID } from "node:crypto";
import { freePort } from "#scripts/free-port.ts";
import { hasPooler, type Pooler, startPooler } from "../pooler.ts";
import { deliver, seedShop } from "./exit-shop.ts";
import { type App, pause, startExitStage, wrongAfterUninstall } from "./exit-stage.ts";
import { startReadings } from "./fleet-readings.ts";
import { startTickets } from "./fleet-tickets.ts";

/** As `kill -9` of the two roles, and one crash of the database half way through. */
const ROLES = ["web", "web", "worker", "worker"] as const;
const KILL_EVERY_MS = 15_000;
const DOWN_MS = 1_000;
const ASK_AGAIN_MS = 1_000;
const RECOVERY_MS = 5_000;
/**
 * So long nothing may move before what is left counts as stuck. A killed worker's jobs come back when their heartbeat has
 * stopped for a minute, which is looked at once a minute.
 */
const STUCK_AFTER_MS = 5 * 60_000;
/** What is left in the queue, and how often it was tried. */
const LEFT = `SELECT name, state::text AS state, count(*)::int AS jobs, max(retry_count)::int AS "mostTries",
    round(extract(epoch FROM max(start_after) - now()))::int AS "lastIsDueInSeconds", max(output::text) AS "oneSays"
  FROM pgboss.job WHERE state <> 'completed' AND created_on > now() - interval '2 hours' GROUP BY 1, 2 ORDER BY 1, 2`;

export type FleetReport = {
  pooled: boolean;
  uninstalls: number;
  /** Answers of any kind to webhooks, and how many of them were not 200 and were asked for again. */
  asked: number;
  refused: number;
  p50Ms: number;
  p99Ms: number;
  pages: number;
  readings: number;
  tickets: number;
  kills: number;
  /** Stores whose warning the mail provider has twice under one Message-ID: killed between taking it and noting it. */
  twice: number;
  problems: string[];
  /** Of a run with a problem: the jobs that were not done, as the database holds them. */
  left: unknown[];
};

/**
 * Lets two of each role work on uninstalls, closing requests, readings of accounts, mails and pages while they and the
 * database are killed; looks at every store afterwards.
 */
export async function runFleet(minutes: number, everyMs: number): Promise<FleetReport> {
  const stage = await startExitStage();
  let pooler: Pooler | null = hasPooler ? await startPooler(stage.databaseUrl, 20) : null;
  const [readings, tickets] = [await startReadings(stage), startTickets(stage)];
  const ports = await Promise.all(ROLES.map(() => freePort()));
  const start = (index: number): Promise<App> =>
    stage.startApp(ports[index] ?? 0, {
      ROLE: ROLES[index] ?? "all",
      ...readings.settings,
      ...(pooler && { DATABASE_URL: pooler.url }),
    });
  const apps: App[] = await Promise.all(ROLES.map((_role, index) => start(index)));
  await readings.prepare();
  const end = Date.now() + minutes * 60_000;
  const isOver = () => Date.now() > end;
  const shops = new Map<string, string>();
  const times: number[] = [];
  const problems: string[] = [];
  let [asked, refused, pages, kills] = [0, 0, 0, 0];
  /** Without a database no page can be made. */
  let awayUntil = 0;
  const isAway = () => Date.now() < awayUntil;

  /** As Shopify sends it: again until it is taken, and now and then once more. */
  async function uninstall(shop: string, webhookId: string): Promise<void> {
    for (let copies = Math.random() < 0.1 ? 2 : 1; copies > 0; ) {
      const sentAt = performance.now();
      const status = await deliver(ports[Math.random() < 0.5 ? 0 : 1] ?? 0, shop, webhookId, stage.secret);
      asked += 1;
      if (status === 200) {
        times.push(performance.now() - sentAt);
        copies -= 1;
      } else {
        refused += 1;
        await pause(ASK_AGAIN_MS);
      }
    }
  }
  async function uninstalls(): Promise<void> {
    const sent: Promise<void>[] = [];
    for (let count = 0; !isOver(); count += 1, await pause(everyMs)) {
      const shop = `fleet-${count}.myshopify.com`;
      const isSeeded = await seedShop(stage.judge(), shop).then(
        () => true,
        () => false,
      );
      // Its store could not be made: the database was away.
      if (!isSeeded) continue;
      shops.set(shop, randomUUID());
      sent.push(uninstall(shop, shops.get(shop) ?? ""));
    }
    await Promise.all(sent);
  }
  async function visits(): Promise<void> {
    for (; !isOver(); await pause(250)) {
      const page = await fetch(`http://localhost:${ports[pages % 2]}/exit/link`).catch(() => null);
      pages += 1;
      if (page !== null && page.status !== 200 && !isAway())
        problems.push(`a page was answered ${page.status}`);
      await page?.text().catch(() => "");
    }
  }
  async function murders(): Promise<void> {
    for (; !isOver(); await pause(KILL_EVERY_MS)) {
      const index = Math.floor(Math.random() * apps.length);
      apps[index]?.process.kill("SIGKILL");
      kills += 1;
      await pause(DOWN_MS);
      apps[index] = await restart(index);
    }
  }
  /** Whatever starts processes tries again: one that comes up while the database is away ends with a sentence. */
  async function restart(index: number): Promise<App> {
    for (;;) {
      const app = await start(index).catch(() => null);
      if (app) return app;
      await pause(DOWN_MS);
    }
  }
  async function crash(): Promise<void> {
    await pause((minutes * 60_000) / 2);
    awayUntil = Number.POSITIVE_INFINITY;
    await stage.server.crash();
    await pause(DOWN_MS);
    await stage.server.start();
    awayUntil = Date.now() + RECOVERY_MS;
  }
  const load = [uninstalls(), visits(), readings.run(isOver), tickets.run(isOver)];
  const said = await Promise.allSettled([...load, murders(), crash()]);
  for (const each of said) if (each.status === "rejected") problems.push(String(each.reason));

  let twice = 0;
  let last = Date.now() + STUCK_AFTER_MS;
  for (const [shop, webhookId] of shops) {
    const sent = await stage.untilSent(shop, webhookId, Math.max(1_000, last - Date.now()));
    if (sent === "late") problems.push(`${shop}: no mail in time`);
    else last = Date.now() + STUCK_AFTER_MS;
    const wrong = await wrongAfterUninstall(stage, shop, 2);
    problems.push(...wrong.map((problem) => `${shop}: ${problem}`));
    if (stage.copiesOf(shop).length > 1) twice += 1;
  }
  problems.push(...(await tickets.wrong(2 * STUCK_AFTER_MS)), ...(await readings.wrong(STUCK_AFTER_MS)));
  const left = problems.length > 0 ? (await stage.judge().boss.getDb().executeSql(LEFT, [])).rows : [];
  for (const { process } of apps) process.kill("SIGKILL");
  const pooled = pooler !== null;
  pooler?.stop();
  pooler = null;
  readings.stop();
  await stage.stop();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  const uninstalled = shops.size;
  return {
    pooled,
    uninstalls: uninstalled,
    asked,
    refused,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    pages,
    readings: readings.begun(),
    tickets: tickets.begun(),
    kills,
    twice,
    problems,
    left,
  };
}
