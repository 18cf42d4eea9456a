import type { ClosingRequestRow } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { askAbout } from "#app/services/requests/ask-about.server.ts";
import { type StatedMove, saveMove } from "#app/services/requests/save-move.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { checkTask } from "#app/services/watch/check-task.server.ts";
import { LONGEST_WAY_SECONDS } from "./desk.ts";
import type { Event } from "./history.ts";
import type { World } from "./world.ts";

const openRequest = ({ deps }: World, shop: string) => deps.db.closingRequests.findOpen(shop);

/** The number the desk gave the ticket of this request; null when it has none. */
const numberOf = async ({ deps, desk }: World, { shop, id }: ClosingRequestRow): Promise<string | null> => {
  const ticket = await deps.db.tickets.findByRequest(shop, id);
  return ticket && desk.numberOf(ticket.key);
};

const tell = (
  { deps }: World,
  { shop, reference }: ClosingRequestRow,
  trigger: StatedMove,
  evidence: Record<string, string>,
) => saveMove({ shop, reference, actor: "staff-1", trigger, evidence }, deps);

/** The next ticket's answer is lost, or comes when nobody waits for it any more, or the desk will not have it. */
const slow: Event = async ({ world, random }) => {
  const late = { lateBySeconds: random.below(LONGEST_WAY_SECONDS) };
  world.desk.plan.next = random.pick(["lost-answer", late, late, "refused"] as const);
};

/** Support works on a ticket, or it cannot be seen for a while. */
const desk: Event = async ({ world, random }) => {
  if (world.desk.tickets.length === 0) return;
  const ticketNumber = String(1 + random.below(world.desk.tickets.length));
  if (random.chance(0.1)) world.desk.hide(ticketNumber);
  else world.desk.say(ticketNumber, random.pick(["open", "waiting", "waiting", "solved"] as const));
};

/** Somebody looks at the request's page, perhaps in two tabs. */
const look: Event = async ({ world, random, shop }) => {
  const request = await openRequest(world, shop);
  if (!request) return;
  const ask = () => askAbout({ shop, reference: request.reference, now: random.chance(0.5) }, world.deps);
  await Promise.all([ask(), random.chance(0.3) && ask()]);
};

/** The merchant answers support: at the desk, which then works on, and often says so here as well. */
const reply: Event = async ({ world, random, shop }) => {
  const request = await openRequest(world, shop);
  if (request?.state !== "needs-something") return;
  const ticketNumber = await numberOf(world, request);
  if (ticketNumber) world.desk.say(ticketNumber, "open");
  if (random.chance(0.6)) await tell(world, request, "told-answered", {});
};

/** Before or while it is sent, the merchant hands it over themselves, or wants it no more. */
const byHand: Event = async ({ world, random, shop }) => {
  const request = await openRequest(world, shop);
  if (request?.state !== "ready") return;
  if (random.chance(0.3)) return tell(world, request, "withdrawn-unsent", {});
  const evidence = random.pick<Record<string, string>>([
    { ticketNumber: "by hand" },
    { proof: "We have it." },
    {},
  ]);
  return tell(world, request, "told-handed-over", evidence);
};

/** What comes last: the account is closed, the refund is here, or the card was charged again. */
const settle: Event = async ({ world, random, shop }) => {
  // Also of a request that was closed before the one under way.
  const requests = await world.deps.db.closingRequests.all(shop);
  if (requests.length === 0) return;
  const request = random.pick(requests);
  const evidence = random.pick<Record<string, string>>([
    { proof: "Closed." },
    { statement: "I saw it." },
    {},
  ]);
  const moves = [
    "told-closed",
    "told-refunded",
    "told-refunded",
    "told-no-charge",
    "told-charged",
    "told-not-closed",
  ] as const;
  await tell(world, request, random.pick(moves), evidence);
};

/** impact.com takes the key, refuses it, or does not answer. */
const key: Event = async ({ world, random }) => {
  world.impact.key = random.pick(["read", "unauthorized", "unavailable"] as const);
};

/** A catalog is deleted at impact.com, or somebody puts one there again. */
const catalog: Event = async ({ world, shop }) => world.impact.turnCatalog(shop);

/** The merchant says what only they know, and presses "Check" or "Check everything", perhaps in two tabs. */
const check: Event = async ({ world, random, shop }) => {
  if (!world.stores.get(shop)?.installed || !(await world.deps.db.shops.find(shop))) return;
  const facts = { signedUpOn: "2026-05-12", edition: "starter" as const };
  if (random.chance(0.3)) await saveFacts({ shop, actor: "staff-1", facts }, world.deps);
  const press = () =>
    random.chance(0.5)
      ? checkTask({ shop, task: "delete-catalogs" }, world.deps)
      : checkEverything({ shop }, world.deps);
  await Promise.all([press(), random.chance(0.3) && press()]);
};

/** What happens between the hand-over and the end of a closing. */
export const AFTER_HAND_OVER: [weight: number, name: string, event: Event][] = [
  [3, "slow", slow],
  [5, "desk", desk],
  [4, "look", look],
  [4, "reply", reply],
  [3, "by-hand", byHand],
  [4, "settle", settle],
  [2, "key", key],
  [3, "catalog", catalog],
  [4, "check", check],
];
