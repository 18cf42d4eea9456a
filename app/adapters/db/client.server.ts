import type { Prisma } from "./generated/client.ts";
import { Prisma as PrismaNamespace } from "./generated/client.ts";

/** The client outside or inside a transaction: every store works on both. */
export type Db = Prisma.TransactionClient;

/** All that the queue needs of it to write a job in the same transaction. */
export type StatementRunner = {
  $queryRawUnsafe<Rows>(text: string, ...values: unknown[]): Promise<Rows>;
};

/** JSON columns take what JSON.parse gave or what the domain built; both are plain data. */
export const toJson = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
export const toJsonOrNull = (value: unknown) => (value === null ? PrismaNamespace.DbNull : toJson(value));
