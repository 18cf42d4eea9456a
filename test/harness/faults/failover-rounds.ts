import { once } from "node:events";
import { freePort } from "#scripts/free-port.ts";
import type { PostgresServer } from "#scripts/postgres-server.ts";
import { deliver, SHOPIFY_WAITS_MS, seedShop } from "./exit-shop.ts";
import { type App, PATIENCE_MS, pause, startExitStage, wrongAfterUninstall } from "./exit-stage.ts";
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
};

const ANY_TIME_MS = 400;
const AWAY_MS = 4_000;
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
    do {
      const answers = await Promise.all(apps.map((app) => answersOf(app, shop, webhookId)));
      for (const { said, tookMs } of answers) {
        slowestMs = Math.max(slowestMs, tookMs);
        if (said !== "503,503,200") problems.push(`without a database: ${said}`);
      }
      // Shopify does not ask without a pause either; whoever does meets the limit of webhooks (429) before the database.
      await pause(ASK_EVERY_MS);
    } while (Date.now() < end);
    const answer = await first;
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
    return { seed, manner, step, copies, slowestMs, readyAfterMs, problems };

    function late(what: string): FailoverRound {
      return { seed, manner, step, copies: 0, slowestMs, readyAfterMs: 0, problems: [...problems, what] };
    }
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
