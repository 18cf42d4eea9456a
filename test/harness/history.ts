import { randomUUID } from "node:crypto";
import { stopMail } from "#app/services/history/stop-mail.server.ts";
import { hourlySweep, nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { STATED_MOVES, saveMove, statedMoves } from "#app/services/requests/save-move.server.ts";
import { deleteMyData } from "#app/services/uninstall/delete-my-data.server.ts";
import { saveChoices } from "#app/services/uninstall/save-choices.server.ts";
import { saveInstall } from "#app/services/uninstall/save-install.server.ts";
import { seeMerchant } from "#app/services/uninstall/see-merchant.server.ts";
import { saveWebhook } from "#app/services/webhooks/save-webhook.server.ts";
import { NAMED_ONLY } from "#test/factories/rows.ts";
import { accountOf, addressOf, SHOPS } from "./accounts.ts";
import { AFTER_HAND_OVER } from "./after-hand-over.ts";
import type { createWorker } from "./queue.ts";
import type { Random } from "./random.ts";
import type { SentWebhook, World } from "./world.ts";

type Actor = { world: World; random: Random; worker: ReturnType<typeof createWorker>; shop: string };
/** One thing that happens; it may die in the middle, and whoever did it does not always try again. */
export type Event = (actor: Actor) => Promise<unknown>;

const install: Event = async ({ world, shop }) => {
  const store = world.stores.get(shop) ?? { installed: false, installs: 0, uninstalls: [] };
  if (!store.installed) store.installs += 1;
  store.installed = true;
  world.stores.set(shop, store);
  const name = shop.split(".")[0] ?? shop;
  const profile = {
    shopifyId: shop,
    name,
    email: addressOf(shop),
    timeZone: "Europe/Berlin",
    currency: "USD",
  };
  // Every page asks again until the install is recorded, so a death here is not the end of it.
  await saveInstall({ shop, profile }, world.deps).catch(() => saveInstall({ shop, profile }, world.deps));
  await world.deps.db.connections.save({
    shop,
    accountSid: accountOf(shop),
    kind: "brand",
    sealedToken: world.deps.seal.seal(shop, "a-token"),
    connectedAt: world.now(),
    connectedBy: "staff-1",
  });
};

const uninstall: Event = async ({ world, shop }) => {
  const store = world.stores.get(shop);
  if (!store?.installed) return;
  store.installed = false;
  store.uninstalls.push(world.now());
  world.sent.push({ topic: "app/uninstalled", shop, triggeredAt: world.now() });
  world.sent.push({ topic: "shop/redact", shop, triggeredAt: world.now().add({ hours: 48 }) });
};

export function deliverWebhook(
  { deps }: World,
  { topic, shop, triggeredAt }: SentWebhook,
  webhookId: string,
) {
  const body =
    topic === "shop/redact"
      ? { shop_id: 1, shop_domain: shop }
      : { id: 1, name: "A", myshopify_domain: shop };
  return saveWebhook(
    {
      webhookId,
      eventId: null,
      topic,
      shopHeader: shop,
      triggeredAt: triggeredAt.toString(),
      rawBody: JSON.stringify(body),
    },
    deps,
  );
}

/** Any webhook of the past, so that order, copies and replays are all the same thing: chance. */
const webhook: Event = async ({ world, random }) => {
  const due = world.sent.filter(
    ({ triggeredAt }) => triggeredAt.epochMilliseconds <= world.now().epochMilliseconds,
  );
  if (due.length === 0) return;
  const chosen = random.pick(due);
  const id = random.chance(0.5) ? `${chosen.shop}-${chosen.topic}-${chosen.triggeredAt}` : randomUUID();
  await Promise.all([
    deliverWebhook(world, chosen, id),
    random.chance(0.3) && deliverWebhook(world, chosen, id),
  ]);
};

const openPage: Event = async ({ world, shop }) => {
  if (world.stores.get(shop)?.installed) await seeMerchant({ shop, locale: "en" }, world.deps);
};

const choose: Event = async ({ world, random, shop }) => {
  if (!world.stores.get(shop)?.installed) return;
  const choices = { remindBeforeFees: random.chance(0.5), keepWatching: random.chance(0.5) };
  await saveChoices({ shop, actor: "staff-1", choices }, world.deps);
};

const close: Event = async ({ world, shop }) => {
  if (!(await world.deps.db.shops.find(shop))) return;
  const connection = await world.deps.db.connections.find(shop);
  const text = {
    subject: "Please close",
    body: "Please close it.",
    reason: null,
    openItems: [],
    ...NAMED_ONLY,
    accounts: connection ? [connection.accountSid] : [],
  };
  await handOver({ shop, actor: "staff-1", route: "starter-ticket", ...text }, world.deps);
};

/** The merchant says what happened to the request, truly or not, with a document, their word or nothing at all. */
const tell: Event = async ({ world, random, shop }) => {
  const open = await world.deps.db.closingRequests.findOpen(shop);
  if (!open) return;
  // Mostly what the page offers, sometimes what an old page in another tab does.
  const moves = random.chance(0.8) ? statedMoves(open.state, true) : STATED_MOVES;
  const evidence = random.pick<Record<string, string>>([
    { proof: "Your account is closed." },
    { ticketNumber: "4711" },
    { statement: "I saw it." },
    {},
    { proof: "  " },
  ]);
  const move = {
    shop,
    reference: open.reference,
    actor: "staff-1",
    trigger: random.pick(moves),
    evidence,
  };
  await saveMove(move, world.deps);
};

const kill: Event = async ({ world, random }) => {
  world.crash.at = random.pick(["before-commit", "after-commit", "after-provider"] as const);
};

const outage: Event = async ({ world, random }) => {
  world.outages[random.pick(["shopify", "mail"] as const)] = random.chance(0.5);
};

/** Mostly a little forward, sometimes by days, now and then an hour back. */
const time: Event = async ({ world, random }) =>
  world.move(
    random.chance(0.1) ? -3_600 : random.chance(0.2) ? 86_400 * (1 + random.below(5)) : random.below(3_600),
  );

const work: Event = ({ worker, random }) =>
  worker.runSome(1 + random.below(3), (count) => random.below(count), random.chance(0.2));

/** How often each comes up, out of their sum. */
const EVENTS: [weight: number, name: string, event: Event][] = [
  [6, "install", install],
  [7, "uninstall", uninstall],
  [16, "webhook", webhook],
  [30, "work", work],
  [12, "time", time],
  [4, "page", openPage],
  [4, "choose", choose],
  [5, "close", close],
  [6, "tell", tell],
  [1, "stop", ({ world, shop }) => stopMail({ shop, actor: "signed-link" }, world.deps)],
  [1, "forget", ({ world, shop }) => deleteMyData({ shop, openRequest: "delete-too" }, world.deps)],
  [5, "kill", kill],
  [5, "outage", outage],
  [4, "hour", ({ world }) => hourlySweep(world.deps)],
  [2, "night", ({ world }) => nightlySweep(world.deps)],
  ...AFTER_HAND_OVER,
];

/** Lets one thing happen. A death is part of the story: nothing is caught up by hand afterwards. */
export async function happen(actor: Omit<Actor, "shop">): Promise<string> {
  const { random } = actor;
  const shop = random.pick(SHOPS);
  let left = random.below(EVENTS.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, name, event] of EVENTS) {
    left -= weight;
    if (left >= 0) continue;
    const end = await event({ ...actor, shop }).then(
      () => "",
      () => " (died)",
    );
    return `${name} ${shop}${end}`;
  }
  throw new Error("The weights of the events do not add up.");
}
