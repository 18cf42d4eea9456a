import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { ACTION_LISTS, type LeaseStore, type SyncStore } from "#app/ports/index.ts";
import type { Db } from "./client.server.ts";
import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "./time.server.ts";

const kind = z.enum(["first", "update", "full"]);
const list = z.enum(ACTION_LISTS);

export function createSyncStore(db: Db): SyncStore {
  return {
    async find(key) {
      const row = await db.syncState.findUnique({ where: { shop_accountSid: key } });
      return (
        row && {
          run: row.run,
          kind: kind.parse(row.kind),
          currency: row.currency,
          startedAt: toInstant(row.startedAt),
          finishedAt: toInstantOrNull(row.finishedAt),
          completedAt: toInstantOrNull(row.completedAt),
          fullAt: toInstantOrNull(row.fullAt),
        }
      );
    },
    async save(key, state, windows) {
      const data = {
        ...state,
        startedAt: toDate(state.startedAt),
        finishedAt: toDateOrNull(state.finishedAt),
        completedAt: toDateOrNull(state.completedAt),
        fullAt: toDateOrNull(state.fullAt),
      };
      await db.syncState.upsert({
        where: { shop_accountSid: key },
        create: { ...key, ...data },
        update: data,
      });
      if (!windows) return;
      await db.syncWindow.deleteMany({ where: key });
      await db.syncWindow.createMany({
        data: windows.map(({ list, programId, window }, position) => ({
          ...key,
          run: state.run,
          position,
          list,
          programId,
          fromDay: dayToDate(window.from),
          toDay: dayToDate(window.to),
        })),
      });
    },
    async progress(key, run) {
      const [counted] = await db.$queryRaw<{ planned: number; done: number }[]>`
        SELECT count(*)::int AS "planned", count("doneAt")::int AS "done"
        FROM "SyncWindow"
        WHERE "shop" = ${key.shop} AND "accountSid" = ${key.accountSid} AND "run" = ${run}::int`;
      return counted ?? { planned: 0, done: 0 };
    },
    async openWindows(key, run) {
      const rows = await db.syncWindow.findMany({
        where: { ...key, run, doneAt: null },
        orderBy: { position: "asc" },
      });
      return rows.map((row) => ({
        position: row.position,
        list: list.parse(row.list),
        programId: row.programId,
        window: { from: dateToDay(row.fromDay), to: dateToDay(row.toDay) },
      }));
    },
    async markDone(key, run, positions, at) {
      const those = { ...key, run, position: { in: [...positions] } };
      await db.syncWindow.updateMany({ where: those, data: { doneAt: toDate(at) } });
    },
    async removeAll(shop) {
      await db.syncState.deleteMany({ where: { shop } });
      await db.syncWindow.deleteMany({ where: { shop } });
    },
  };
}

/** On the database's clock: instances may disagree about the time, and the sandbox's clock can be moved. */
export function createLeaseStore(db: Db): LeaseStore {
  return {
    async hold(accountSid, owner, seconds) {
      const held = await db.$executeRaw`
        INSERT INTO "AccountLease" AS l ("accountSid", "owner", "until")
        VALUES (${accountSid}, ${owner}, clock_timestamp() + make_interval(secs => ${seconds}::float8))
        ON CONFLICT ("accountSid") DO UPDATE SET "owner" = EXCLUDED."owner", "until" = EXCLUDED."until"
        WHERE l."owner" IS NULL OR l."owner" = EXCLUDED."owner" OR l."until" < clock_timestamp()`;
      return held === 1;
    },
    async holdForRun({ shop, accountSid }, { run, startedAt }, owner, seconds) {
      const held = await db.$executeRaw`
        INSERT INTO "AccountLease" AS l ("accountSid", "owner", "until")
        SELECT c."accountSid", ${owner}, clock_timestamp() + make_interval(secs => ${seconds}::float8)
        FROM "Connection" c JOIN "SyncState" s ON s."shop" = c."shop" AND s."accountSid" = c."accountSid"
        WHERE c."shop" = ${shop} AND c."accountSid" = ${accountSid} AND c."sealedToken" IS NOT NULL
          AND s."run" = ${run}::int AND s."startedAt" = ${toDate(startedAt)}::timestamp
        FOR SHARE OF c
        ON CONFLICT ("accountSid") DO UPDATE SET "owner" = EXCLUDED."owner", "until" = EXCLUDED."until"
        WHERE l."owner" IS NULL OR l."owner" = EXCLUDED."owner" OR l."until" < clock_timestamp()`;
      return held === 1;
    },
    async release(accountSid, owner) {
      await db.accountLease.updateMany({ where: { accountSid, owner }, data: { owner: null, until: null } });
    },
  };
}

const dayToDate = (day: Temporal.PlainDate): Date => new Date(`${day.toString()}T00:00:00Z`);
const dateToDay = (date: Date): Temporal.PlainDate =>
  Temporal.PlainDate.from(date.toISOString().slice(0, 10));
