import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { startHttp } from "#app/http.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { die } from "./die-at.ts";
import { dieInExit } from "./die-in-exit.ts";
import type { ExitStep, Order } from "./exit-steps.ts";

/** Web and worker as server.ts starts them, except that the parent may say where they die. */
const plan: { step: ExitStep | null } = { step: null };
const container = await createContainer(readConfig());
const mortal = { ...container, deps: dieInExit(container.deps, plan) };
await startHttp(mortal);
await startWorker(mortal);
process.on("message", ({ step, delayMs }: Order) => {
  plan.step = step;
  if (step === "any-time") setTimeout(die, delayMs);
  process.send?.("armed");
});
process.send?.("ready");
