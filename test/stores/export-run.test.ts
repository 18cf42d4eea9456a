import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { totalsChange } from "#app/domain/index.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { partnersOwed } from "#app/services/exports/partners-owed.server.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { DATABASES, type Running } from "./databases.ts";

const [, start] = DATABASES.find(([name]) => name === "the embedded database") ?? [];
let running: Running | undefined;
beforeAll(async () => {
  running = await start?.();
});
afterAll(() => running?.stop());

it("makes, shows and gives out an export on a real database", async () => {
  const fakes = createFakeDeps();
  const deps = { ...fakes, db: running?.db ?? fakes.db };
  const { shop } = aShop();
  const now = deps.clock.now();
  const key = { shop, accountSid: aConnection().accountSid };
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, sealedToken: deps.seal.seal(shop, "token") }));
  const contract = { id: "c1", partner: "1", status: "ACTIVE", endsOn: null };
  const invoice = { id: "i1", dueOn: "2026-07-16", total: "75.00", status: "PENDING", paidOn: null };
  await deps.db.snapshots.saveRead(shop, "Contracts", [contract], now);
  await deps.db.snapshots.saveRead(shop, "Invoices", [invoice], now);
  const action = { programId: "1000", program: "Acme", partner: "博客", state: "PENDING" as const };
  const days = { trackedOn: 20_600, locksOn: 20_645, reversedOn: null, clearedOn: null };
  const rows = [{ id: "a1", ...action, amount: 1_000, payout: 75, ...days }];
  await deps.db.actions.put(key, rows, 1);
  await deps.db.actions.addToTotals(key, totalsChange([], rows));
  const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
  await deps.db.syncs.save(key, { ...run, currency: "USD", completedAt: now, fullAt: now });

  expect(await showExport({ shop }, deps)).toMatchObject({
    exists: { actions: 1, contracts: 1, partners: 1, invoices: 1 },
    made: null,
  });
  expect(await startExport({ shop, locale: "en" }, deps)).toBe("started");
  const exportId = (await deps.db.exports.latest(shop))?.id ?? "";
  expect(await makeExport({ shop, exportId }, deps)).toBe("done");
  const all: Uint8Array[] = [];
  for await (const chunk of (await openExport({ shop, exportId }, deps))?.zip ?? []) all.push(chunk);
  const files = unzipSync(Buffer.concat(all));
  expect(strFromU8(files["actions.csv"] ?? new Uint8Array())).toContain(
    "a1,Acme,1000,博客,PENDING,10.00,0.75,USD",
  );
  expect(strFromU8(files["invoices/i1.pdf"] ?? new Uint8Array())).toBe("%PDF-1.7 invoice i1");
  expect((await partnersOwed({ shop }, deps))?.report?.total).toBe("0.75");
});
