import { once } from "node:events";
import { freePort } from "#scripts/free-port.ts";
import { PATIENCE_MS } from "#test/patience.ts";
import { deliver, seedShop } from "./exit-shop.ts";
import { type App, pause, startExitStage, wrongAfterUninstall } from "./exit-stage.ts";
import { EXIT_STEPS, type ExitStep } from "./exit-steps.ts";
import { seeded } from "./steps.ts";

export type ExitRound = { seed: number; deaths: ExitStep[]; copies: number; problems: string[] };

const ANY_TIME_MS = 400;
/** After these the provider may have the mail and the row not know it: one more copy under the same Message-ID. */
const COPYING: ExitStep[] = ["after-send", "before-mark", "any-time"];

/** One real PostgreSQL, one mail provider and one Shopify for all rounds; each round is a shop of its own. */
export async function startExitRounds() {
  const stage = await startExitStage();
  const port = await freePort();
  let app: App | null = null;
  const alive = async (): Promise<App> => {
    if (!app?.isAlive()) app = await stage.startApp(port);
    return app;
  };

  async function round(seed: number): Promise<ExitRound> {
    const random = seeded(seed);
    const shop = `exit-${seed}-${Date.now()}.myshopify.com`;
    await seedShop(stage.judge(), shop);
    const webhookId = `webhook-${shop}`;
    const deaths: ExitStep[] = [];
    const [first = "any-time"] = EXIT_STEPS.slice(seed % EXIT_STEPS.length);
    const plan: ExitStep[] = random() < 0.3 ? [first, "any-time"] : [first];
    let isStored = false;
    const started = Date.now();
    for (;;) {
      const step = plan.shift() ?? null;
      const { process, order } = await alive();
      await order({ step, delayMs: Math.floor(random() * ANY_TIME_MS), act: "die" });
      const exit = once(process, "exit").then(() => "died" as const);
      // Shopify sends it again until it is answered.
      if (!isStored) isStored = (await deliver(port, shop, webhookId, stage.secret)) === 200;
      const end = await Promise.race([exit, stage.untilSent(shop, webhookId)]);
      if (end === "done" && step !== "any-time" && step !== "after-mark") break;
      if (end === "late") return { seed, deaths, copies: 0, problems: ["no mail in time"] };
      if (end === "done" && (await Promise.race([exit, pause(ANY_TIME_MS + 100)])) !== "died") break;
      if (step) deaths.push(step);
      await stage.endLeases();
      if (Date.now() - started > PATIENCE_MS) return { seed, deaths, copies: 0, problems: ["too slow"] };
    }
    const maxCopies = 1 + deaths.filter((step) => COPYING.includes(step)).length;
    const problems = await wrongAfterUninstall(stage, shop, maxCopies);
    const outcome = (await stage.judge().deps.db.webhooks.find(shop, webhookId))?.outcome ?? "";
    // A death after the uninstall's commit lets the same webhook find its own work done.
    if (!["warned", "already-uninstalled"].includes(outcome)) problems.push(`outcome ${outcome}`);
    return { seed, deaths, copies: stage.copiesOf(shop).length, problems };
  }

  return {
    round,
    stop: async () => {
      app?.process.kill("SIGKILL");
      await stage.stop();
    },
  };
}
