import { z } from "zod";
import { REQUEST_STATES } from "#app/domain/index.ts";
import { CHECK_KINDS, DESK_VERBS, type DeskIndex, type OperatorDeedStore } from "#app/ports/index.ts";
import { type Db, toJson } from "./client.server.ts";
import { toDate, toInstant } from "./time.server.ts";

const verb = z.enum(DESK_VERBS);
const detail = z.record(z.string(), z.string());
const state = z.enum(REQUEST_STATES);
const ticketState = z.enum(["pending", "sending", "unknown", "accepted", "refused", "withdrawn"]);
const checks = z.array(z.object({ kind: z.enum(CHECK_KINDS), failures: z.number() }));

export const createOperatorDeedStore = (db: Db): OperatorDeedStore => ({
  async add(shop, deed) {
    await db.operatorDeed.create({
      data: { ...deed, shop, detail: toJson(deed.detail), at: toDate(deed.at) },
    });
  },
  async ofShop(shop, limit) {
    const rows = await db.operatorDeed.findMany({ where: { shop }, orderBy: { at: "desc" }, take: limit });
    return rows.map(({ shop: _shop, ...row }) => ({
      ...row,
      verb: verb.parse(row.verb),
      detail: detail.parse(row.detail),
      at: toInstant(row.at),
    }));
  },
});

type StuckRow = {
  reference: string;
  state: string;
  since: Date;
  ticketState: string | null;
  attempts: number | null;
  checks: unknown;
};

/** A check that failed this often in a row is no passing trouble. */
const FAILING = 3;

/** Reads over all stores. Of a case they give its reference and how it stands, never whose it is. */
export const createDeskIndex = (db: Db): DeskIndex => ({
  async storesWith(reference) {
    const rows = await db.closingRequest.findMany({ where: { reference }, select: { shop: true } });
    return rows.map(({ shop }) => shop);
  },
  async casesByState() {
    const rows = await db.$queryRaw<{ state: string; count: bigint; oldest: Date }[]>`
      SELECT "state", count(*) AS "count", min("updatedAt") AS "oldest" FROM "ClosingRequest" GROUP BY "state"`;
    return rows
      .map((row) => ({
        state: state.parse(row.state),
        count: Number(row.count),
        oldest: toInstant(row.oldest),
      }))
      .sort((a, b) => REQUEST_STATES.indexOf(a.state) - REQUEST_STATES.indexOf(b.state));
  },
  async stuckCases(since, limit) {
    const rows = await db.$queryRaw<StuckRow[]>`
      SELECT r."reference", r."state", r."updatedAt" AS "since", t."state" AS "ticketState", t."attempts",
        coalesce(c."checks", '[]') AS "checks"
      FROM "ClosingRequest" r
      LEFT JOIN "OutboundTicket" t ON t."shop" = r."shop" AND t."requestId" = r."id"
        AND (t."state" = 'refused' AND r."state" = 'ready'
          OR t."state" IN ('pending', 'sending', 'unknown') AND t."createdAt" < ${toDate(since)}::timestamp)
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('kind', k."kind", 'failures', k."failures")) AS "checks"
        FROM "RequestCheck" k WHERE k."shop" = r."shop" AND k."requestId" = r."id"
          AND k."failures" >= ${FAILING}::int) c ON true
      WHERE r."state" NOT IN ('rejected', 'withdrawn') AND (t."id" IS NOT NULL OR c."checks" IS NOT NULL)
      ORDER BY r."updatedAt", r."reference" LIMIT ${limit}::int`;
    return rows.map((row) => ({
      reference: row.reference,
      state: state.parse(row.state),
      since: toInstant(row.since),
      ticket: row.ticketState
        ? { state: ticketState.parse(row.ticketState), attempts: row.attempts ?? 0 }
        : null,
      checks: checks.parse(row.checks),
    }));
  },
});
