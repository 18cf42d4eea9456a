import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, OutboundEventRow } from "#app/ports/index.ts";
import { aClosing, aClosingEvent, at, newShopDomain, pruneLimits } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const nextAt = at("2026-06-21T10:00:00Z");
const now = at("2026-06-21T12:00:00Z");

describe.each(DATABASES)("checks and events on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  /** A request with a check that nobody has made yet. */
  async function aCheck() {
    const request = aClosing();
    await db.closingRequests.open(request, aClosingEvent());
    const key = { shop: request.shop, requestId: request.id, kind: "desk" as const };
    await db.requestChecks.plan({ ...key, nextAt });
    return { ...key, find: () => db.requestChecks.find(key.shop, key.requestId, "desk") };
  }
  const dueIds = async (states: ["ready"] | ["sent"] = ["ready"], after = "", limit = 1_000) =>
    (await db.requestChecks.due({ kind: "desk", states, now, after, limit })).map((each) => each.requestId);

  it("begin empty, and begin anew when planned again", async () => {
    const { find, ...key } = await aCheck();
    const empty = { triedAt: null, answer: null, answeredAt: null, sameSince: null, failure: null };
    expect(await find()).toEqual({ ...key, ...empty, failures: 0, nextAt });
    const seen = await find();
    if (!seen) throw new Error("no check");
    const learned = { answer: "open" as const, answeredAt: now, sameSince: now, triedAt: now };
    expect(await db.requestChecks.change(seen, { ...learned, failures: 2, failure: "x" })).toBe(true);
    expect(await find()).toEqual({ ...key, ...learned, failures: 2, failure: "x", nextAt });
    await db.requestChecks.plan({ ...key, nextAt: now });
    expect(await find()).toEqual({ ...key, ...empty, failures: 0, nextAt: now });
  });

  it.each(["desk", "account", "follow-up"] as const)("may be planned of the kind %s", async (kind) => {
    const { shop, requestId } = await aCheck();
    await db.requestChecks.plan({ shop, requestId, kind, nextAt });
    expect(await db.requestChecks.find(shop, requestId, kind)).toMatchObject({ kind, nextAt });
  });

  it("are changed by one of ten who ask at once, and not by one who saw an older try", async () => {
    const { find } = await aCheck();
    const seen = await find();
    if (!seen) throw new Error("no check");
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => db.requestChecks.change(seen, { triedAt: now })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await db.requestChecks.change(seen, { failure: "late" })).toBe(false);
  });

  it("are listed when due and their request stands where asking makes sense, in pages", async () => {
    const [first, second, later] = [await aCheck(), await aCheck(), await aCheck()];
    const seen = await later.find();
    if (!seen) throw new Error("no check");
    await db.requestChecks.change(seen, { nextAt: at("2026-06-21T12:00:00.001Z") });
    const ids = await dueIds();
    expect(ids).toEqual(expect.arrayContaining([first.requestId, second.requestId]));
    expect(ids).not.toContain(later.requestId);
    expect(await dueIds(["sent"])).not.toContain(first.requestId);
    expect(await dueIds(["ready"], "", 1)).toEqual(ids.slice(0, 1));
    expect(await dueIds(["ready"], ids[0])).toEqual(ids.slice(1));
  });

  it("are removed alone, and go with their shop", async () => {
    const [removed, erased] = [await aCheck(), await aCheck()];
    await db.requestChecks.remove(newShopDomain(), removed.requestId, "desk");
    expect(await removed.find()).not.toBeNull();
    await db.requestChecks.remove(removed.shop, removed.requestId, "desk");
    expect(await removed.find()).toBeNull();
    await db.transact((work) => work.erasure.eraseShop(erased.shop));
    expect(await erased.find()).toBeNull();
  });

  const anEvent = (overrides: Partial<OutboundEventRow> = {}): OutboundEventRow => ({
    id: randomUUID(),
    shop: newShopDomain(),
    event: { type: "next-charge-changed", amount: { minor: 3000, currency: "USD" }, on: null },
    state: "pending",
    attempts: 0,
    lastError: null,
    createdAt: at("2026-06-21T09:00:00Z"),
    settledAt: null,
    ...overrides,
  });

  it("keep an event as it was told, for its own shop, and let one of ten attempts have it", async () => {
    const event = anEvent();
    await db.outboundEvents.add(event);
    expect(await db.outboundEvents.find(event.shop, event.id)).toEqual(event);
    expect(await db.outboundEvents.find(newShopDomain(), event.id)).toBeNull();
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => db.outboundEvents.change(event, { attempts: 1 })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const sent = { state: "sent" as const, settledAt: now };
    expect(await db.outboundEvents.change({ ...event, attempts: 1 }, sent)).toBe(true);
    expect(await db.outboundEvents.find(event.shop, event.id)).toEqual({ ...event, attempts: 1, ...sent });
  });

  it("forget settled events after their time, and all with their shop", async () => {
    const old = anEvent({ state: "sent", settledAt: at("2026-05-01T00:00:00Z") });
    const [waiting, erased] = [anEvent(), anEvent()];
    for (const event of [old, waiting, erased]) await db.outboundEvents.add(event);
    await db.erasure.prune(pruneLimits({ eventsBefore: at("2026-06-01T00:00:00Z") }));
    await db.transact((work) => work.erasure.eraseShop(erased.shop));
    const left = await Promise.all(
      [old, waiting, erased].map(({ shop, id }) => db.outboundEvents.find(shop, id)),
    );
    expect(left).toEqual([null, waiting, null]);
  });
});
