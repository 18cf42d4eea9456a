import type { MailRow } from "#app/ports/index.ts";
import { hourlySweep, nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { SHOPS } from "./accounts.ts";
import { falseAlarms, silence } from "./alarm.ts";
import { deliverWebhook, happen } from "./history.ts";
import { type Violation, violationsOf } from "./invariants.ts";
import { createWorker } from "./queue.ts";
import { createRandom } from "./random.ts";
import { truthfulTasks } from "./request-invariants.ts";
import { createWorld, type World } from "./world.ts";

const EVENTS_A_SEED = 160;

export type SeedResult = {
  seed: number;
  story: string[];
  violations: Violation[];
  mails: number;
  said: string[];
};

/** One story of one seed, then calm: every fault ends, every webhook comes, all work is done. Then the invariants. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const random = createRandom(seed);
  const world = createWorld();
  const worker = createWorker(world);
  const mailed = new Map<string, MailRow>();
  const story: string[] = [];
  const violations: Violation[] = [];
  const remember = () => {
    const { mails, outboundEvents } = world.memory.rows();
    for (const mail of mails) mailed.set(mail.messageId, mail);
    for (const event of outboundEvents) world.announced.set(event.id, event);
  };
  for (let step = 0; step < EVENTS_A_SEED; step += 1) {
    story.push(await happen({ world, random, worker }));
    remember();
  }
  await calm(world);
  violations.push(...(await silence(world)));
  const checked = await checkedTasks(world);
  const stuck = await worker.drain();
  remember();
  for (const job of stuck)
    violations.push({ invariant: "I2", what: `a job never ends: ${JSON.stringify(job)}` });
  violations.push(
    ...violationsOf(world, mailed),
    ...truthfulTasks(world, checked),
    ...(await unanswered(world)),
    ...(await falseAlarms(world)),
  );
  return { seed, story, violations, mails: world.accepted.length, said: saidIn(world) };
}

/** The last uninstall of each shop arrives, as Shopify's retries or our own look see to. */
async function calm(world: World): Promise<void> {
  world.crash.at = null;
  world.desk.calm();
  world.impact.key = "read";
  Object.assign(world.outages, { shopify: false, mail: false });
  // Past every clock that ran ahead, and past the minutes in which a page may still have been open.
  world.move(86_400);
  for (const shop of SHOPS) {
    const last = world.sent.filter((each) => each.shop === shop && each.topic === "app/uninstalled").at(-1);
    if (last && world.stores.get(shop)?.installed === false)
      await deliverWebhook(world, last, `last-${shop}`);
  }
  await nightlySweep(world.deps);
  await hourlySweep(world.deps);
}

/** Everything a history or an automation was told, by which a test sees that the stories reach what they are for. */
const saidIn = ({ memory, announced }: World): string[] => [
  ...memory.rows().events.map(({ trigger }) => trigger),
  ...[...announced.values()].map(({ event }) => event.type),
];

/** Everybody who still can presses "Check" once more; gives whose tasks were really looked at. */
async function checkedTasks({ deps }: World): Promise<string[]> {
  const outcomes = await Promise.all(SHOPS.map((shop) => checkTask({ shop, task: "delete-catalogs" }, deps)));
  return SHOPS.filter((_shop, index) => outcomes[index]?.outcome === "checked");
}

/**
 * I2: of every store that is gone the app knows it, its token is destroyed unless it may be kept, and its warning is
 * sent or dropped with a reason. An installed store is never taken for gone.
 */
async function unanswered({ memory, stores }: World): Promise<Violation[]> {
  const { shops, mails, connections, choices, tickets } = memory.rows();
  return SHOPS.flatMap((shop): Violation[] => {
    const known = shops.find((row) => row.shop === shop);
    const truth = stores.get(shop);
    if (!known || !truth) return [];
    const found: Violation[] = [];
    const report = (what: string) => found.push({ invariant: "I2", what: `${shop} ${what}` });
    if (truth.installed && known.uninstalledAt) report("is installed and taken for gone");
    if (!truth.installed && !known.uninstalledAt) report("is gone and nobody noticed");
    const pending = mails.filter((mail) => mail.shop === shop && mail.state === "pending");
    if (pending.length > 0) report(`has ${pending.length} mails that neither go nor end`);
    const dropped = mails.filter((mail) => mail.shop === shop && mail.state === "dropped" && !mail.lastError);
    if (dropped.length > 0) report("has a mail dropped without a reason");
    const unsettled = tickets.filter((ticket) => ticket.shop === shop && ticket.settledAt === null);
    if (unsettled.length > 0) report(`has ${unsettled.length} tickets that neither go nor end`);
    const watching = choices.some((row) => row.shop === shop && row.name === "keep-watching" && row.granted);
    const token = connections.find((row) => row.shop === shop)?.sealedToken ?? null;
    if (known.uninstalledAt && token !== null && !watching) report("is gone and its token is not");
    return found;
  });
}
