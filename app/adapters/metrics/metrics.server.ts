import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { Temporal } from "temporal-polyfill";
import type { Clock, DeadJobList, StuckStore } from "#app/ports/index.ts";
import type { OpenDatabase } from "../db/database-kind.server.ts";

type Sources = {
  stuck: StuckStore;
  deadJobs: DeadJobList;
  clock: Clock;
  database: Pick<OpenDatabase, "query" | "connections">;
};

export type Metrics = {
  /** How a webhook was answered, and after how many seconds. */
  webhookAnswered(status: number, seconds: number): void;
  jobEnded(job: string, isDone: boolean): void;
  /** In the format Prometheus reads, as of now. */
  read(): Promise<string>;
};

/** Connected stores whose account was never read whole, or longest ago. */
const OLDEST_SYNC = `SELECT min(coalesce(s."completedAt", c."connectedAt")) AS oldest
  FROM "Connection" c LEFT JOIN "SyncState" s ON s."shop" = c."shop" AND s."accountSid" = c."accountSid"
  WHERE c."sealedToken" IS NOT NULL`;
const FEWEST_CALLS = `SELECT "group", min("remaining") AS remaining FROM "CallBudget"
  WHERE "resetAt" > $1::text::timestamp GROUP BY "group"`;
const DEAD_JOBS_HOURS = 30 * 24;
/** Shopify gives up after five seconds; the goal is half a second. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * What is seen of the app from outside. Counts and ages only: no store, account or address. What lies in the database is read when it
 * is asked for, so that each process tells the same of it.
 */
export function createMetrics({ stuck, deadJobs, clock, database }: Sources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `settled_${name}`, help, labelNames, registers });
  const waiting = gauge("waiting", "Rows that wait for the app, by kind", ["kind"]);
  const age = gauge("waiting_oldest_seconds", "How long the oldest of them has waited", ["kind"]);
  const dead = gauge("dead_jobs", "Jobs that used up their tries and wait for a person", ["job"]);
  const calls = gauge("impact_calls_left", "Calls of the hour left to the account that has fewest", [
    "group",
  ]);
  const lag = gauge("reading_lag_seconds", "How long ago the connected account read longest ago was read");
  const pool = gauge("database_connections", "Connections of this process by what they do", ["state"]);
  const webhooks = new Histogram({
    name: "settled_webhook_seconds",
    help: "How long webhooks of Shopify's took to be answered, by status",
    labelNames: ["status"],
    buckets: BUCKETS,
    registers,
  });
  const jobs = new Counter({
    name: "settled_jobs_total",
    help: "Jobs this process ended, by name and how",
    labelNames: ["job", "outcome"],
    registers,
  });
  const secondsSince = (moment: Temporal.Instant) => Math.max(0, clock.now().since(moment).total("seconds"));

  async function look(): Promise<void> {
    const now = clock.now();
    const since = { webhooks: now, mails: now, tickets: now, tokens: now, "left-stores": now };
    for (const { kind, count, oldest } of await stuck.waiting(since)) {
      waiting.set({ kind }, count);
      age.set({ kind }, oldest ? secondsSince(oldest) : 0);
    }
    dead.reset();
    for (const { job, count } of await deadJobs.ofLastHours(DEAD_JOBS_HOURS)) dead.set({ job }, count);
    const [oldest] = (await database.query(OLDEST_SYNC, [])).rows;
    lag.set(oldest?.oldest instanceof Date ? secondsSince(asUtc(oldest.oldest)) : 0);
    calls.reset();
    for (const { group, remaining } of (await database.query(FEWEST_CALLS, [now.toString()])).rows)
      calls.set({ group: String(group) }, Number(remaining));
    for (const [state, count] of Object.entries(database.connections())) pool.set({ state }, count);
  }

  return {
    webhookAnswered: (status, seconds) => webhooks.observe({ status: String(status) }, seconds),
    jobEnded: (job, isDone) => jobs.inc({ job, outcome: isDone ? "done" : "failed" }),
    read: async () => {
      await look();
      return registry.metrics();
    },
  };
}

/** Drivers take a timestamp without a zone for one of this machine's; all of ours are UTC. */
const asUtc = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime() - date.getTimezoneOffset() * 60_000);
