import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const FOLDER = "prisma/migrations";
const NAMES = readdirSync(FOLDER)
  .filter((name) => /^\d/.test(name))
  .sort();
const sqlOf = (name: string) => readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");

describe("what a migration fills in for the time before it", () => {
  let pglite: PGlite;
  let next = 0;
  /** Every migration up to this one, with rows of the time before it. */
  const migrated = async (wanted: string, rows: string) => {
    for (; NAMES[next] !== wanted; next += 1) await pglite.exec(sqlOf(NAMES[next] ?? ""));
    await pglite.exec(rows);
    await pglite.exec(sqlOf(wanted));
    next += 1;
  };
  beforeAll(async () => {
    pglite = await PGlite.create();
  });
  afterAll(() => pglite.close());

  it("is to ask about sent requests at the desk, and about closed ones at impact.com", async () => {
    await migrated(
      "20261120140000_status_watch",
      `INSERT INTO "ClosingRequest"
        ("id", "shop", "openKey", "reference", "route", "state", "subject", "body", "openItems", "createdAt", "updatedAt")
      SELECT id, shop, shop, id, 'r', state, 's', 'b', '[]', '2026-06-21', '2026-06-22'
      FROM (VALUES ('sent', 'a', 'sent'), ('mailed', 'b', 'sent'), ('closed', 'c', 'closed')) AS rows (id, shop, state);
      INSERT INTO "OutboundTicket" ("id", "shop", "requestId", "channel", "key", "content", "state", "createdAt", "settledAt")
      SELECT id, shop, id, channel, id, '{}', 'accepted', '2026-06-21', '2026-06-21'
      FROM (VALUES ('sent', 'a', 'zendesk'), ('mailed', 'b', 'smtp')) AS rows (id, shop, channel);`,
    );
    const { rows } = await pglite.query(`SELECT "shop", "requestId", "kind" FROM "RequestCheck" ORDER BY 1`);
    expect(rows).toEqual([
      { shop: "a", requestId: "sent", kind: "desk" },
      { shop: "c", requestId: "closed", kind: "account" },
    ]);
  });

  it("is how many actions there are, by the day they were tracked and reversed", async () => {
    await migrated(
      "20261120210000_counts_by_day",
      `INSERT INTO "Action" ("shop", "accountSid", "id", "programId", "program", "partner", "state", "amount", "payout",
                             "trackedOn", "reversedOn", "run")
      SELECT 'a', sid, id, '1', 'p', 'b', state, 100, 7, day::date, reversed::date, 1
      FROM (VALUES ('IR1', '1', 'PENDING', '2026-06-01', NULL), ('IR1', '2', 'REVERSED', '2026-06-01', '2026-06-03'),
                   ('IR1', '3', 'REVERSED', '2026-06-01', NULL), ('IR2', '1', 'APPROVED', '2026-06-02', NULL)
           ) AS rows (sid, id, state, day, reversed);
      INSERT INTO "DailyTotal" ("shop", "accountSid", "day", "tracked", "reversed", "locking", "lockingRevenue", "open",
                                "openRevenue", "undone") VALUES ('a', 'IR1', '2026-06-01', 14, 0, 0, 0, 7, 100, 7);`,
    );
    const { rows } = await pglite.query(
      `SELECT "accountSid" || ' ' || "day" AS "row", "tracked"::int, "actions", "reversals" FROM "DailyTotal" ORDER BY 1`,
    );
    expect(rows).toEqual([
      { row: "IR1 2026-06-01", tracked: 14, actions: 3, reversals: 1 },
      { row: "IR1 2026-06-03", tracked: 0, actions: 0, reversals: 1 },
      { row: "IR2 2026-06-02", tracked: 0, actions: 1, reversals: 0 },
    ]);
  });

  it("is which accounts a request is about, by the SIDs in its text, and whether it is still under way", async () => {
    await migrated(
      "20261130210000_requests_by_account",
      `INSERT INTO "ClosingRequest"
        ("id", "shop", "openKey", "reference", "route", "state", "subject", "body", "openItems", "createdAt", "updatedAt")
      SELECT id, shop, key, id, 'r', state, subject, body, '[]', '2026-06-21', '2026-06-22'
      FROM (VALUES
        ('p', 'x', 'x', 'sent', 'Please close account IRabc0000001 and 1 more account',
         E'Account: Acme Outdoor, Account SID IRabc0000001\nAccount SID: IRabc0000002\n---\n账户：Acme，Account SID IRabc0000001'),
        ('z', 'y', 'y', 'closed', 'Please', 'Account SID：IRabc0000003'),
        ('n', 'v', 'v', 'ready', 'Please close my impact.com Starter account', 'Please close account immediately.')
      ) AS rows (id, shop, key, state, subject, body);`,
    );
    const { rows } = await pglite.query(
      `SELECT "requestId" || ' ' || "accountSid" AS "row", "openKey" FROM "RequestAccount"
       WHERE "requestId" IN ('p', 'z', 'n') ORDER BY 1`,
    );
    expect(rows).toEqual([
      { row: "n ", openKey: "v|" },
      { row: "p IRabc0000001", openKey: "x|IRabc0000001" },
      { row: "p IRabc0000002", openKey: "x|IRabc0000002" },
      { row: "z IRabc0000003", openKey: null },
    ]);
  });
});
