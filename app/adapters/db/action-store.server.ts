import type { Action } from "#app/domain/index.ts";
import { NAMED_ACTIONS, toDate } from "#app/domain/index.ts";
import type { AccountKey, ActionStore } from "#app/ports/index.ts";
import { readGroups } from "./action-groups-sql.server.ts";
import { ACTION_COLUMNS, type ActionRow, toAction, toDomainAction } from "./action-row.server.ts";
import { idsOf, putActions, putPartnerNames } from "./action-sql.server.ts";
import type { Db } from "./client.server.ts";
import { Prisma } from "./generated/client.ts";
import { readOpenPage } from "./open-actions-sql.server.ts";
import { addToTotals, readCounts, readTotals } from "./totals-sql.server.ts";

/** Rows fetched at once when all are read. */
const PAGE = 20_000;
/** No account has as many open at once; the largest number PostgreSQL takes without a cast. */
const MOST = 2_147_483_647;

/**
 * Actions by raw SQL: thousands of rows go in and out as one statement each. Days are day numbers on both sides
 * (days since 1970-01-01, as in the domain), amounts minor units.
 */
export function createActionStore(db: Db): ActionStore {
  /** One condition a statement: a condition that may be switched off would make the database look at every row. */
  const select = (key: AccountKey, condition: Prisma.Sql, limit: number) =>
    db.$queryRaw<ActionRow[]>`
      SELECT ${ACTION_COLUMNS}
      FROM "Action"
      WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid} AND ${condition}
      ORDER BY "id" LIMIT ${limit}`;
  return {
    byId: async (key, ids) =>
      ids.length === 0
        ? []
        : (await select(key, Prisma.sql`"id" = ANY(${idsOf(ids)})`, ids.length)).map(toAction),
    put: (key, actions, run) => putActions(db, key, actions, run),
    page: async (key, after, limit) => (await select(key, Prisma.sql`"id" > ${after}`, limit)).map(toAction),
    async all(key) {
      const actions: Action[] = [];
      for (let after = ""; ; ) {
        const rows = await select(key, Prisma.sql`"id" > ${after}`, PAGE);
        for (const row of rows) actions.push(toDomainAction(row));
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return actions;
        after = last.id;
      }
    },
    async currentActions(key, on, named = NAMED_ACTIONS) {
      const day = Prisma.sql`(DATE '1970-01-01' + ${on}::int)`;
      // Each condition names the states: they lead both indexes, so that settled actions are never looked at.
      const isUnpaid = Prisma.sql`("clearedOn" IS NULL OR "clearedOn" > ${day}) AND "trackedOn" <= ${day}`;
      const reversedLater = Prisma.sql`"state" = 'REVERSED' AND "reversedOn" > ${day}`;
      const trackedLater = Prisma.sql`"state" IN ('PENDING', 'APPROVED', 'REVERSED') AND "trackedOn" > ${day}`;
      const groups = (states: Prisma.Sql) =>
        readGroups(db, key, Prisma.sql`${states} AND ${isUnpaid}`, named);
      const [open, stillOpen, later, counted] = await Promise.all([
        groups(Prisma.sql`"state" IN ('PENDING', 'APPROVED')`),
        groups(reversedLater),
        // A reversed action is as good as never paid: two ranges of an index instead of all that were ever reversed.
        select(
          key,
          Prisma.sql`(${trackedLater} OR ${reversedLater} AND "clearedOn" IS NULL
                      OR ${reversedLater} AND "clearedOn" IS NOT NULL)`,
          MOST,
        ),
        readCounts(db, key, on),
      ]);
      return { ...counted, open: [...open, ...stillOpen], later: later.map(toDomainAction) };
    },
    openPage: (key, on, query) => readOpenPage(db, key, on, query),
    async counts(key) {
      const { tracked } = await readCounts(db, key);
      return { all: tracked, pending: await db.action.count({ where: { ...key, state: "PENDING" } }) };
    },
    async pendingSpan(key) {
      const [span] = await db.$queryRaw<{ first: number | null; last: number | null }[]>`
        SELECT min("trackedOn") - DATE '1970-01-01' AS "first", max("locksOn") - DATE '1970-01-01' AS "last"
        FROM "Action"
        WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid} AND "state" = 'PENDING'`;
      if (!span || span.first === null) return null;
      return { firstTracked: toDate(span.first), lastLock: span.last === null ? null : toDate(span.last) };
    },
    unseenSince: async (key, run, limit) =>
      (await select(key, Prisma.sql`"run" < ${run}::int`, limit)).map(toAction),
    async remove(key, ids) {
      if (ids.length > 0) await db.action.deleteMany({ where: { ...key, id: { in: ids } } });
    },
    async partnerNames(key) {
      const rows = await db.partnerName.findMany({ where: key });
      return new Map(rows.map(({ partnerId, name }) => [partnerId, name]));
    },
    putPartnerNames: (key, names) => putPartnerNames(db, key, names),
    totals: (key) => readTotals(db, key),
    addToTotals: (key, change) => addToTotals(db, key, change),
    async removeAll(shop) {
      await db.action.deleteMany({ where: { shop } });
      await db.dailyTotal.deleteMany({ where: { shop } });
      await db.partnerName.deleteMany({ where: { shop } });
    },
  };
}
