import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { freePort } from "#scripts/free-port.ts";
import { startPostgresServer } from "#scripts/postgres-server.ts";
import { ROOT } from "#scripts/prepare.ts";
import { stackEnv } from "#scripts/stack.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { startGoneShopify, startProvider, type TakenMail } from "./exit-places.ts";
import { addressOf } from "./exit-shop.ts";
import type { Order } from "./exit-steps.ts";

const POLL_MS = 20;
const PRELOAD = [
  "--disable-warning=ExperimentalWarning",
  "--import",
  "./sandbox/admin/redirect-shop-calls.ts",
];

/** Web and worker in a process of their own. */
export type App = {
  port: number;
  process: ChildProcess;
  isAlive(): boolean;
  order(what: Order): Promise<void>;
};
export type ExitStage = Awaited<ReturnType<typeof startExitStage>>;

/** What the rounds of an uninstall are played on: a real PostgreSQL, a mail provider, a Shopify, and a judge. */
export async function startExitStage() {
  const server = await startPostgresServer();
  const databaseUrl = await server.createDatabase("settled");
  const [shopify, provider] = await Promise.all([startGoneShopify(), startProvider()]);
  const clockFile = path.join(server.root, "clock.json");
  const moveClock = (hours: number) =>
    writeFileSync(clockFile, JSON.stringify({ offsetMs: hours * 3_600_000 }));
  moveClock(0);
  const ports = { sandbox: 9, app: await freePort(), smtp: 9 };
  const env: NodeJS.ProcessEnv = {
    ...stackEnv({ dataDir: server.root, ports, databaseUrl }),
    SANDBOX_ORIGIN: shopify.url,
    SMTP_URL: provider.url,
    CLOCK_FILE: clockFile,
    LOG_LEVEL: process.env.FAULTS_LOG ?? "silent",
  };
  const openJudge = () => createContainer(readConfig(env));
  // The judge looks at the same database, and works nothing off.
  let judge = await openJudge();
  const rowsOf = async (sql: string, shop: string) =>
    (await judge.boss.getDb().executeSql(sql, [shop])).rows as Record<string, unknown>[];

  return {
    server,
    provider,
    moveClock,
    secret: String(env.SHOPIFY_API_SECRET),
    judge: () => judge,
    rowsOf,
    /** As the operator does it after a restore. */
    noteSentMails: (log: string) => {
      const file = path.join(server.root, "provider.log");
      writeFileSync(file, log);
      execFileSync(
        process.execPath,
        ["--disable-warning=ExperimentalWarning", "scripts/note-sent-mails.ts", file],
        {
          cwd: ROOT,
          env,
          stdio: ["ignore", "ignore", "inherit"],
        },
      );
    },
    /** A judge holds lines to the database; one that is put back wants a new one. */
    dismissJudge: () => judge.close(),
    callJudge: async () => {
      judge = await openJudge();
    },
    databaseUrl,
    startApp: async (port: number, settings: Record<string, string> = {}): Promise<App> => {
      const args = [...PRELOAD, "test/harness/faults/exit-child.ts"];
      const stdio: ("ignore" | "inherit" | "ipc")[] = [
        "ignore",
        env.LOG_LEVEL === "silent" ? "ignore" : "inherit",
      ];
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        env: { ...env, PORT: String(port), ...settings },
        stdio: [...stdio, "inherit", "ipc"],
      });
      await Promise.race([
        once(child, "message"),
        once(child, "exit").then(() => {
          throw new Error("The app ended before it was ready.");
        }),
      ]);
      return {
        port,
        process: child,
        isAlive: () => child.exitCode === null && child.signalCode === null,
        order: async (what) => {
          const armed = once(child, "message");
          child.send(what);
          await armed;
        },
      };
    },
    /** What a dead process had in hand is given back when its heartbeat has stopped for a minute; here, at once. */
    endLeases: async () => {
      const { boss } = judge;
      const run = (sql: string) => boss.getDb().executeSql(sql, []);
      await run(`UPDATE pgboss.job SET started_on = now() - interval '1 hour', heartbeat_on = now() - interval '1 hour'
        WHERE state = 'active'`);
      // Looked after once a minute; here, at once.
      await run("UPDATE pgboss.queue SET monitor_claim_on = NULL, monitor_on = NULL");
      await boss.supervise();
      await run("UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'");
    },
    /** Until the webhook is handled and every mail of the shop is sent. */
    untilSent: async (
      shop: string,
      webhookId: string,
      patienceMs = PATIENCE_MS,
    ): Promise<"done" | "late"> => {
      for (const end = Date.now() + patienceMs; Date.now() < end; await pause(POLL_MS)) {
        if (!(await judge.deps.db.webhooks.find(shop, webhookId))?.handledAt) continue;
        const mails = await rowsOf(`SELECT state FROM "OutboundMail" WHERE shop = $1`, shop);
        if (mails.every(({ state }) => state === "sent")) return "done";
      }
      return "late";
    },
    copiesOf: (shop: string): TakenMail[] => provider.taken.filter(({ to }) => to === addressOf(shop)),
    stop: async () => {
      await judge.close();
      await provider.stop();
      shopify.stop();
      await server.remove();
    },
  };
}

/** What is wrong once the uninstall is through: one warning under one Message-ID, no token, no session. */
export async function wrongAfterUninstall(
  stage: ExitStage,
  shop: string,
  maxCopies: number,
): Promise<string[]> {
  const { deps, shopify } = stage.judge();
  const problems: string[] = [];
  const mails = await stage.rowsOf(`SELECT purpose FROM "OutboundMail" WHERE shop = $1`, shop);
  if (mails.length !== 1 || mails[0]?.purpose !== "uninstall-warning") problems.push(`${mails.length} mails`);
  const copies = stage.copiesOf(shop);
  if (new Set(copies.map(({ messageId }) => messageId)).size !== 1)
    problems.push("more than one Message-ID, or none");
  if (copies.length > maxCopies) problems.push(`${copies.length} copies`);
  if (!(await deps.db.shops.find(shop))?.uninstalledAt) problems.push("still taken for installed");
  if ((await deps.db.connections.find(shop))?.sealedToken !== null) problems.push("the token is still there");
  if ((await shopify.sessionStorage.findSessionsByShop?.(shop))?.length !== 0)
    problems.push("a session is still there");
  return problems;
}

export const pause = (ms: number): Promise<"waited"> =>
  new Promise((resolve) => setTimeout(() => resolve("waited"), ms));
