import type { PgBoss } from "pg-boss";
import type { PrismaClient } from "./generated/client.ts";

/** An open database with its migrations applied: the Prisma client and the queue on the same connection target. */
export type OpenDatabase = {
  kind: "embedded" | "postgresql";
  prisma: PrismaClient;
  boss: PgBoss;
  close(): Promise<void>;
};
