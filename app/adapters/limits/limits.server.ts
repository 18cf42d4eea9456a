import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { type Burst, LIMIT_NAMES, type LimitName, type Limits, type Log } from "#app/ports/index.ts";
import type { Db } from "../db/client.server.ts";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * How often what may happen in which time (docs/faults.md gives the reasons). Wrong links: an office behind one address
 * may open many old mails, a guesser needs 2^159 tries. New links and codes: each of them is a mail to somebody. Looks at
 * the help desk: each is a call with the operator's key. Wrong tokens: each is a guess at somebody's account. Sent requests:
 * each is a ticket that support has to read.
 */
const RULES: Record<LimitName, { points: number; duration: number }> = {
  "wrong-link": { points: 60, duration: 10 * MINUTE },
  "new-link": { points: 10, duration: HOUR },
  "exit-code": { points: 6, duration: HOUR },
  "exit-code-link": { points: 18, duration: HOUR },
  "ask-desk": { points: 12, duration: HOUR },
  "wrong-token": { points: 10, duration: HOUR },
  "sent-store": { points: 20, duration: DAY },
  "sent-account": { points: 3, duration: DAY },
};

type Query = { text: string; values: unknown[] };

/**
 * Limits in the database, one statement a count, so that all instances count together. Uses the machine's clock. The
 * first time a limit is passed is logged; by whom is not.
 */
export function createLimits(db: Db, log: Pick<Log, "warn">): Limits {
  const storeClient = {
    query: async ({ text, values }: Query) => {
      const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
      // The library reckons with plain numbers; milliseconds since 1970 fit.
      return {
        rowCount: rows.length,
        rows: rows.map(({ points, expire }) => ({ points, expire: expire && Number(expire) })),
      };
    },
  };
  const limiterFor = (name: LimitName) =>
    new RateLimiterPostgres({
      ...RULES[name],
      storeClient,
      storeType: "client",
      tableName: "RateLimit",
      tableCreated: true,
      keyPrefix: name,
      // Once it is used up, this instance asks the database no more until it counts afresh.
      inMemoryBlockOnConsumed: RULES[name].points + 1,
    });
  const limiters = Object.fromEntries(LIMIT_NAMES.map((name) => [name, limiterFor(name)])) as Record<
    LimitName,
    RateLimiterPostgres
  >;
  return {
    count: (name, key) => secondsToWait(limiters[name].consume(key), noted(name, RULES[name].points, log)),
    async giveBack(name, key) {
      await limiters[name].reward(key);
    },
    async waitFor(name, key) {
      const known = await limiters[name].get(key);
      return known && known.consumedPoints >= RULES[name].points ? seconds(known) : null;
    },
  };
}

/** Requests of an address to the webhook routes, or of a store to the app, at once, and when as many are free again. */
const BURST_POINTS = 600;
const BURST_SECONDS = 10;

/** Of webhooks, by the address they come from. */
export const createWebhookBurst = (
  log: Pick<Log, "warn">,
  points = BURST_POINTS,
  duration = BURST_SECONDS,
): Burst => burstOf("webhook-burst", { points, duration }, log);

/** Of what the staff of one store reads and saves: a page asks a handful of times, a script a thousand. */
export const createStoreBurst = (log: Pick<Log, "warn">): Burst =>
  burstOf("store-burst", { points: BURST_POINTS, duration: BURST_SECONDS }, log);

/** In this instance's memory: under a flood the database must not be asked about every request. */
function burstOf(name: string, rule: { points: number; duration: number }, log: Pick<Log, "warn">): Burst {
  const limiter = new RateLimiterMemory(rule);
  const note = noted(name, rule.points, log);
  return { count: (key) => secondsToWait(limiter.consume(key), note) };
}

/** The library throws its answer when the limit is passed, and an error when something broke. */
async function secondsToWait(
  consumed: Promise<RateLimiterRes>,
  note: (refusal: RateLimiterRes) => void,
): Promise<number | null> {
  try {
    await consumed;
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    note(refusal);
    return seconds(refusal);
  }
}

/** One line for the first refusal: a flood must not become one of the log. */
const noted =
  (limit: string, points: number, log: Pick<Log, "warn">) =>
  ({ consumedPoints, msBeforeNext }: RateLimiterRes): void => {
    if (consumedPoints === points + 1)
      log.warn({ limit, seconds: Math.ceil(msBeforeNext / 1_000) }, "a limit was reached");
  };

const seconds = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1_000));
