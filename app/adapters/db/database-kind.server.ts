import type { PgBoss } from "pg-boss";
import type { PrismaClient } from "./generated/client.ts";

/** One statement with its values, without Prisma between: for what has to be quick. */
export type Query = (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** An open database with its migrations applied: the Prisma client and the queue on the same connection target. */
export type OpenDatabase = {
  kind: "embedded" | "postgresql";
  prisma: PrismaClient;
  query: Query;
  boss: PgBoss;
  close(): Promise<void>;
};
