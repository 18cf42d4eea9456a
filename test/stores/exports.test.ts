import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccountKey, Database, ExportPart, ExportRow } from "#app/ports/index.ts";
import { aClosing, aClosingEvent, aConnection, aMail, at, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const NOW = at("2026-06-21T09:00:00Z");

function anExport(overrides: Partial<ExportRow> = {}): ExportRow {
  return {
    shop: newShopDomain(),
    id: randomUUID(),
    accountSid: "IRtestSid0000001",
    locale: "zh-CN",
    state: "running",
    step: 0,
    plan: {
      at: "invoices",
      after: "i1",
      counted: { actions: { exists: 2, exported: 1 }, contracts: { exists: null, exported: 0 } },
      missing: [{ invoiceId: "i1", why: { outcome: "rate-limited", retryAt: null } }],
      waitUntil: "2026-06-21T09:30:00Z",
    },
    createdAt: NOW,
    finishedAt: null,
    expiresAt: at("2026-06-28T09:00:00Z"),
    ...overrides,
  };
}

describe.each(DATABASES)("exports in %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  const partsOf = async ({ shop, id }: ExportRow) => {
    const all: ExportPart[] = [];
    for await (const part of db.exports.parts(shop, id)) all.push(part);
    return all;
  };
  const finish = (row: ExportRow) =>
    db.exports.advance(row, { plan: row.plan, state: "done", finishedAt: NOW }, null);
  const part = (name: string, ...bytes: number[]) => ({ name, bytes: Uint8Array.from(bytes) });

  it("are found as they were started, by their own shop only, and one at a time", async () => {
    const row = anExport();
    expect(await db.exports.start(row)).toBe(true);
    expect(await db.exports.find(row.shop, row.id)).toEqual(row);
    expect(await db.exports.latest(row.shop)).toEqual(row);
    expect(await db.exports.find(newShopDomain(), row.id)).toBeNull();
    expect(await db.exports.start(anExport({ shop: row.shop }))).toBe(false);
    expect(await db.exports.unfinished()).toContainEqual({
      shop: row.shop,
      id: row.id,
      waitUntil: row.plan.waitUntil,
    });
  });

  it("move on once from each step, and keep their pieces in order, to the byte", async () => {
    const row = anExport();
    await db.exports.start(row);
    const next = { plan: { ...row.plan, after: "i2" }, state: "running" as const, finishedAt: null };
    expect(await db.exports.advance(row, next, part("a", 0, 255, 128))).toBe(true);
    expect(await db.exports.advance(row, next, part("a", 9))).toBe(false);
    const second = { ...row, ...next, step: 1 };
    expect(await db.exports.find(row.shop, row.id)).toEqual(second);
    expect(await db.exports.advance(second, next, null)).toBe(true);
    expect(await db.exports.advance({ ...second, step: 2 }, next, part("b", 1))).toBe(true);
    const parts = (await partsOf(row)).map(({ name, bytes }) => [name, [...bytes]]);
    expect(parts).toEqual([
      ["a", [0, 255, 128]],
      ["b", [1]],
    ]);
  });

  it("give way to the next once they are done, with their pieces", async () => {
    const row = anExport();
    await db.exports.start(row);
    await db.exports.advance(row, { ...row }, part("a", 1));
    expect(await finish({ ...row, step: 1 })).toBe(true);
    expect(await db.exports.find(row.shop, row.id)).toMatchObject({ state: "done", finishedAt: NOW });
    expect(await finish({ ...row, step: 2 })).toBe(false);
    const other = anExport({ shop: row.shop });
    expect(await db.exports.start(other)).toBe(true);
    expect(await db.exports.find(row.shop, row.id)).toBeNull();
    expect(await partsOf(row)).toEqual([]);
  });

  it("go when their time is over, and only then", async () => {
    const [soon, later] = [anExport({ expiresAt: NOW }), anExport()];
    await db.exports.start(soon);
    await db.exports.start(later);
    await db.exports.removeExpired(NOW);
    expect(await db.exports.latest(soon.shop)).toBeNull();
    expect(await db.exports.latest(later.shop)).not.toBeNull();
  });

  describe("invoice files", () => {
    const aKey = (): AccountKey => ({ shop: newShopDomain(), accountSid: "IRtestSid0000001" });
    const file = (invoiceId: string, fetchedAt = NOW) => ({
      invoiceId,
      sha256: "ab".repeat(32),
      bytes: Uint8Array.from([37, 80, 68, 70, 0, 255]),
      fetchedAt,
    });

    it("are given back to the byte, to their own shop and account only", async () => {
      const key = aKey();
      await db.invoiceFiles.save(key, file("i2"));
      await db.invoiceFiles.save(key, file("i1"));
      await db.invoiceFiles.save(key, { ...file("i1"), bytes: Uint8Array.from([1]) });
      expect((await db.invoiceFiles.list(key)).map(({ invoiceId }) => invoiceId)).toEqual(["i1", "i2"]);
      expect((await db.invoiceFiles.list(key, "i1")).map(({ invoiceId }) => invoiceId)).toEqual(["i2"]);
      expect([...((await db.invoiceFiles.read(key, "i2")) ?? [])]).toEqual([37, 80, 68, 70, 0, 255]);
      expect([...((await db.invoiceFiles.read(key, "i1")) ?? [])]).toEqual([1]);
      expect(await db.invoiceFiles.read({ ...key, accountSid: "IRother" }, "i1")).toBeNull();
      expect(await db.invoiceFiles.list(aKey())).toEqual([]);
    });

    it("go when they are old, and with export and connection", async () => {
      const key = aKey();
      await db.invoiceFiles.save(key, file("old", at("2025-01-01T00:00:00Z")));
      await db.invoiceFiles.save(key, file("new"));
      await db.invoiceFiles.removeFetchedBefore(at("2025-06-01T00:00:00Z"));
      expect((await db.invoiceFiles.list(key)).map(({ invoiceId }) => invoiceId)).toEqual(["new"]);
      await db.connections.save(aConnection(key));
      const row = anExport(key);
      await db.exports.start(row);
      await db.connections.remove(key.shop);
      expect(await db.invoiceFiles.list(key)).toEqual([]);
      expect(await db.exports.latest(key.shop)).toBeNull();
    });
  });

  it("are erased with their shop, and counted", async () => {
    const row = anExport();
    await db.exports.start(row);
    expect(await db.erasure.eraseShop(row.shop)).toMatchObject({ exports: 1, invoiceFiles: 0 });
    expect(await db.exports.latest(row.shop)).toBeNull();
  });

  it("lie beside mails that keep the headers they left with, found by their request", async () => {
    const request = aClosing();
    await db.closingRequests.open(request, aClosingEvent());
    const [first, second] = [
      aMail({ shop: request.shop, requestId: request.id }),
      aMail({ shop: request.shop, requestId: request.id, createdAt: at("2026-06-22T09:00:00Z") }),
    ];
    await db.mails.add(second);
    await db.mails.add(first);
    await db.mails.add(aMail({ shop: request.shop }));
    await db.mails.markSent(first.shop, first.id, NOW, "To: a\n");
    await db.mails.markSent(second.shop, second.id, NOW);
    const found = (await db.mails.ofRequest(request.shop, request.id)).map(({ id, headers }) => [
      id,
      headers,
    ]);
    expect(found.toSorted()).toEqual(
      [
        [first.id, "To: a\n"],
        [second.id, null],
      ].toSorted(),
    );
    expect(await db.mails.ofRequest(newShopDomain(), request.id)).toEqual([]);
  });

  it("page through actions by their ids", async () => {
    const key = { shop: newShopDomain(), accountSid: "IRtestSid0000001" };
    const action = (id: string) => ({
      id,
      programId: "1",
      program: "P",
      partner: "B",
      state: "PENDING" as const,
      amount: 1,
      payout: 1,
      trackedOn: 20_600,
      locksOn: null,
      reversedOn: null,
      clearedOn: null,
    });
    await db.actions.put(key, ["b", "a", "c"].map(action), 1);
    expect((await db.actions.page(key, "", 2)).map(({ id }) => id)).toEqual(["a", "b"]);
    expect((await db.actions.page(key, "b", 2)).map(({ id }) => id)).toEqual(["c"]);
  });
});
