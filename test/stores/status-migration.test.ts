import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";

const FOLDER = "prisma/migrations";
const WANTED = "20261120140000_status_watch";
const sqlOf = (name: string) => readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8");

it("asks about the requests of the time before as well: sent ones at the desk, closed ones at impact.com", async () => {
  const pglite = await PGlite.create();
  const earlier = readdirSync(FOLDER).filter((name) => /^\d/.test(name) && name < WANTED);
  for (const name of earlier) await pglite.exec(sqlOf(name));
  await pglite.exec(`
    INSERT INTO "ClosingRequest"
      ("id", "shop", "openKey", "reference", "route", "state", "subject", "body", "openItems", "createdAt", "updatedAt")
    SELECT id, shop, shop, id, 'r', state, 's', 'b', '[]', '2026-06-21', '2026-06-22'
    FROM (VALUES ('sent', 'a', 'sent'), ('mailed', 'b', 'sent'), ('closed', 'c', 'closed')) AS rows (id, shop, state);
    INSERT INTO "OutboundTicket" ("id", "shop", "requestId", "channel", "key", "content", "state", "createdAt", "settledAt")
    SELECT id, shop, id, channel, id, '{}', 'accepted', '2026-06-21', '2026-06-21'
    FROM (VALUES ('sent', 'a', 'zendesk'), ('mailed', 'b', 'smtp')) AS rows (id, shop, channel);
  `);
  await pglite.exec(sqlOf(WANTED));
  const { rows } = await pglite.query(`SELECT "shop", "requestId", "kind" FROM "RequestCheck" ORDER BY 1`);
  await pglite.close();
  expect(rows).toEqual([
    { shop: "a", requestId: "sent", kind: "desk" },
    { shop: "c", requestId: "closed", kind: "account" },
  ]);
});
