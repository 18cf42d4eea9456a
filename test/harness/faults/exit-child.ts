import { once } from "node:events";
import { readConfig } from "#app/config.server.ts";
import { createContainer } from "#app/container.server.ts";
import { startHttp } from "#app/http.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { die } from "./die-at.ts";
import type { ExitStep, Order } from "./exit-steps.ts";
import { watchExit } from "./exit-watch.ts";

/** Web and worker as server.ts starts them, except that the parent may say where they die, or wait for it. */
const plan: Order = { step: null, delayMs: 0, act: "die" };
const reached = async (step: ExitStep) => {
  if (plan.step !== step) return;
  if (plan.act === "die") return die();
  plan.step = null;
  process.send?.("reached");
  await once(process, "message");
};
const config = readConfig();
const container = await createContainer(config);
const watched = { ...container, deps: watchExit(container.deps, reached) };
if (config.ROLE !== "worker") await startHttp(watched);
if (config.ROLE !== "web") await startWorker(watched);
process.on("message", (order: Order) => {
  Object.assign(plan, order);
  if (order.act === "die" && order.step === "any-time") setTimeout(die, order.delayMs);
  process.send?.("armed");
});
process.send?.("ready");
