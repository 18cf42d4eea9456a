import type { PgBoss } from "pg-boss";
import type { PrismaClient } from "./generated/client.ts";

/** One statement with its values, without Prisma between: for what has to be quick. */
export type Query = (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/**
 * What pg-boss does by the clock, in seconds: jobs that wait for other jobs, which there are none of, and changes to its own
 * tables once an hour; what its cron is due to send, three quarters of a minute late at most.
 */
export const SELDOM = {
  flowIntervalSeconds: 3_600,
  bamIntervalSeconds: 3_600,
  cronWorkerIntervalSeconds: 45,
};

/** An open database with its migrations applied: the Prisma client and the queue on the same connection target. */
export type OpenDatabase = {
  kind: "embedded" | "postgresql";
  prisma: PrismaClient;
  query: Query;
  /** Connections of this process: how many work, how many are free, and how many statements wait for one. */
  connections(): { busy: number; idle: number; waiting: number };
  boss: PgBoss;
  close(): Promise<void>;
};
