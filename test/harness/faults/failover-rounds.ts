import { once } from "node:events";
import { freePort } from "#scripts/free-port.ts";
import type { PostgresServer } from "#scripts/postgres-server.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { deliver, SHOPIFY_WAITS_MS, seedShop } from "./exit-shop.ts";
import { type App, pause, startExitStage, wrongAfterUninstall } from "./exit-stage.ts";
import { EXIT_STEPS, type ExitStep } from "./exit-steps.ts";
import { halvesOf } from "./halves.ts";
import { seeded } from "./steps.ts";

export const MANNERS = ["killed", "frozen", "read-only"] as const;
type Manner = (typeof MANNERS)[number];

export type FailoverRound = {
  seed: number;
  manner: Manner;
  step: ExitStep;
  copies: number;
  /** The slowest answer while the database was away, and how long after its return both instances were ready. */
  slowestMs: number;
  readyAfterMs: number;
  problems: string[];
  /** What was said to whom when, and what the database holds in the end: printed for a round with a problem. */
  seen: string[];
};

const ANY_TIME_MS = 400;
const AWAY_MS = 4_000;
/** To a webhook, to a load balancer and to whoever asks whether the process lives. */
const WITHOUT_DATABASE = "503,503,200";
const ASK_EVERY_MS = 50;
/** How the database goes away, and how it comes back. A frozen one is killed in the end, as a fence would. */
const away = (manner: Manner, { crash, freeze, setReadOnly, start }: PostgresServer) =>
  ({
    killed: { begin: crash, end: start },
    frozen: { begin: freeze, end: () => crash().then(start) },
    "read-only": { begin: () => setReadOnly(true), end: () => setReadOnly(false) },
  })[manner];

/**
 * The database fails in the middle of an uninstall while two instances, with web and worker each, work on it, and comes
 * back by crash recovery. Nobody restarts the instances, neither in a round nor between them.
 */
export async function startFailoverRounds(options: { patient?: boolean; awayMs?: number } = {}) {
  const stage = await startExitStage();
  const ports = [await freePort(), await freePort()];
  const apps = await Promise.all(ports.map((port) => stage.startApp(port)));
  const [one, other] = apps as [App, App];

  async function round(seed: number): Promise<FailoverRound> {
    const random = seeded(seed);
    const step = EXIT_STEPS[seed % EXIT_STEPS.length] ?? "any-time";
    const manner = MANNERS[Math.floor(seed / EXIT_STEPS.length) % MANNERS.length] ?? "killed";
    const { begin, end: comeBack } = away(manner, stage.server);
    const shop = `failover-${seed}-${Date.now()}.myshopify.com`;
    const webhookId = `webhook-${shop}`;
    const problems: string[] = [];
    const seen: string[] = [];
    await seedShop(stage.judge(), shop);
    for (const app of apps) await app.order({ step, delayMs: 0, act: "wait" });
    const reached = apps.map((app) => once(app.process, "message"));
    const first = deliver(one.port, shop, webhookId, stage.secret);
    if (step !== "any-time") await Promise.race(reached);
    else await pause(Math.floor(random() * ANY_TIME_MS));
    await begin();
    // Who waits goes on, and nobody waits from here on.
    for (const app of apps) await app.order({ step: null, delayMs: 0, act: "wait" });

    const end = Date.now() + Math.floor(random() * (options.awayMs ?? AWAY_MS));
    let slowestMs = 0;
    const gone = Date.now();
    do {
      const askedMs = Date.now() - gone;
      const answers = await Promise.all(apps.map((app) => answersOf(app, shop, webhookId)));
      for (const [at, { said, tookMs }] of answers.entries()) {
        slowestMs = Math.max(slowestMs, tookMs);
        seen.push(`${askedMs} ms: instance ${at + 1} said ${said} in ${tookMs} ms`);
        if (said !== WITHOUT_DATABASE)
          problems.push(`${askedMs} ms without a database instance ${at + 1} said ${said}`);
      }
      // Shopify does not ask without a pause either; whoever does meets the limit of webhooks (429) before the database.
      await pause(ASK_EVERY_MS);
    } while (Date.now() < end);
    const answer = await first;
    seen.push(`the first delivery was answered ${answer}`);
    // What was committed may be said or, when the answer needed the database once more, not; nothing else may be.
    if (answer !== 503 && answer !== 200) problems.push(`the first delivery was answered ${answer}`);
    if (answer === 200 && step === "before-store" && manner !== "read-only")
      problems.push("200 for what was not stored");

    const takenBefore = stage.copiesOf(shop).length;
    await comeBack();
    const back = Date.now();
    for (const app of apps)
      while ((await statusOf(app, "readyz")) !== 200) {
        if (Date.now() - back > PATIENCE_MS) return late("not ready again");
        await pause(20);
      }
    const readyAfterMs = Date.now() - back;
    // A second copy is right only where the provider has the mail and its mark was lost.
    const marked = await stage.rowsOf(`SELECT FROM "OutboundMail" WHERE shop = $1 AND state = 'sent'`, shop);
    const maxCopies = takenBefore > 0 && marked.length === 0 ? 2 : 1;
    problems.push(...(await halvesOf(stage, shop)));
    // Shopify sends again what got no 200, and now and then what got one.
    const again = await deliver(other.port, shop, webhookId, stage.secret);
    if (again !== 200) problems.push(`the retry was answered ${again}`);
    if (!options.patient) await stage.endLeases();
    const sent = await stage.untilSent(shop, webhookId, options.patient ? 4 * PATIENCE_MS : PATIENCE_MS);
    if (sent === "late") return late("no mail in time");
    problems.push(...(await halvesOf(stage, shop)));
    problems.push(...(await wrongAfterUninstall(stage, shop, maxCopies)));
    if (apps.some((app) => !app.isAlive())) problems.push("an instance ended");
    const copies = stage.copiesOf(shop).length;
    return ended(copies, readyAfterMs);

    async function ended(copies: number, readyAfterMs: number): Promise<FailoverRound> {
      if (problems.length > 0) seen.push(...(await held(shop)));
      return { seed, manner, step, copies, slowestMs, readyAfterMs, problems, seen };
    }
    function late(what: string): Promise<FailoverRound> {
      problems.push(what);
      return ended(0, 0);
    }
  }

  /** The rows of the store, and its jobs, as they are now. */
  async function held(shop: string): Promise<string[]> {
    const found: [string, string][] = [
      ["webhook", `SELECT "receivedAt", "handledAt", outcome FROM "WebhookDelivery" WHERE shop = $1`],
      ["mail", `SELECT purpose, state, attempts, "lastError", "sentAt" FROM "OutboundMail" WHERE shop = $1`],
      [
        "job",
        `SELECT name, state, retry_count, started_on, output->>'message' AS fault FROM pgboss.job WHERE data->>'shop' = $1`,
      ],
    ];
    const lines: string[] = [];
    for (const [what, sql] of found)
      for (const row of await stage.rowsOf(sql, shop).catch((error) => [{ fault: String(error) }]))
        lines.push(`${what}: ${JSON.stringify(row)}`);
    return lines;
  }

  /** What an instance says to a webhook, to a load balancer, and to whoever asks whether it lives. */
  async function answersOf(app: App, shop: string, webhookId: string) {
    const asked = Date.now();
    const said = await Promise.all([
      deliver(app.port, shop, webhookId, stage.secret),
      statusOf(app, "readyz"),
      statusOf(app, "healthz"),
    ]);
    return { said: said.join(), tookMs: Date.now() - asked };
  }

  return {
    round,
    stop: async () => {
      for (const { process } of apps) process.kill("SIGKILL");
      await stage.stop();
    },
  };
}

const statusOf = (app: App, path: "readyz" | "healthz"): Promise<number | null> =>
  fetch(`http://localhost:${app.port}/${path}`, { signal: AbortSignal.timeout(SHOPIFY_WAITS_MS) }).then(
    ({ status }) => status,
    () => null,
  );
