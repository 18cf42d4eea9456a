import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import { aClosing, aClosingEvent, aConnection, aMail, aShop, aTicket, at } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

describe.each(DATABASES)("the operator's desk and the nights on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  it("keeps deeds by store, newest first, and lets them go with the store", async () => {
    const { shop } = aShop();
    const deed = { verb: "find" as const, who: "kim", why: "ticket 4711", detail: { reference: "SET-1" } };
    const [first, second] = [
      { ...deed, id: "one", at: at("2026-06-21T09:00:00Z") },
      { ...deed, id: "two", at: at("2026-06-21T09:00:01Z") },
    ];
    for (const each of [first, second]) await db.operatorDeeds.add(shop, each);
    expect(await db.operatorDeeds.ofShop(shop, 10)).toEqual([second, first]);
    expect(await db.operatorDeeds.ofShop(shop, 1)).toEqual([second]);
    expect(await db.operatorDeeds.ofShop(aShop().shop, 10)).toEqual([]);
    expect(await db.transact((work) => work.erasure.eraseShop(shop))).toMatchObject({ operatorDeeds: 2 });
    expect(await db.operatorDeeds.ofShop(shop, 10)).toEqual([]);
  });

  it("finds the store of a reference, counts cases by state and lists those that do not move on", async () => {
    const request = aClosing({ updatedAt: at("2020-01-01T09:00:00Z") });
    const { shop, id, reference } = request;
    await db.closingRequests.open(request, aClosingEvent());
    expect(await db.desk.storesWith(reference)).toEqual([shop]);
    expect(await db.desk.storesWith("SET-0000-0000")).toEqual([]);
    const ready = (await db.desk.casesByState()).find(({ state }) => state === "ready");
    expect(ready?.oldest).toEqual(at("2020-01-01T09:00:00Z"));
    const since = at("2020-01-02T00:00:00Z");
    const mine = async () =>
      (await db.desk.stuckCases(since, 100)).filter((each) => each.reference === reference);
    expect(await mine()).toEqual([]);
    await db.tickets.add(
      aTicket({
        shop,
        requestId: id,
        channel: "smtp",
        state: "unknown",
        attempts: 2,
        createdAt: at("2020-01-01T09:00:00Z"),
      }),
    );
    await db.requestChecks.plan({ shop, requestId: id, kind: "desk", nextAt: since });
    const seen = await db.requestChecks.find(shop, id, "desk");
    if (seen) await db.requestChecks.change(seen, { failures: 3, failure: "unreachable" });
    expect(await mine()).toEqual([
      {
        reference,
        state: "ready",
        since: at("2020-01-01T09:00:00Z"),
        ticket: { state: "unknown", attempts: 2 },
        checks: [{ kind: "desk", failures: 3 }],
      },
    ]);
  });

  it("gives mails a new life, and lists those of a store that wait", async () => {
    const mail = aMail();
    await db.mails.add(mail);
    expect(await db.mails.pending(mail.shop)).toEqual([mail]);
    await db.mails.markSent(mail.shop, mail.id, at("2026-06-21T10:00:00Z"));
    expect(await db.mails.pending(mail.shop)).toEqual([]);
    await db.mails.revive(mail.shop, mail.id);
    expect(await db.mails.pending(mail.shop)).toEqual([{ ...mail, attempts: 1 }]);
  });

  it("gives each installed store its next night once, whoever asks, the longest due first", async () => {
    const [fresh, due, gone] = [aShop(), aShop(), aShop({ uninstalledAt: at("2026-06-01T00:00:00Z") })];
    for (const shop of [fresh, due, gone]) await db.shops.save(shop);
    await db.connections.save(aConnection({ shop: due.shop }));
    const mine = async (until: string) => {
      const shops: string[] = [fresh.shop, due.shop, gone.shop];
      return (await db.shopIndex.dueNights(at(until), 1_000)).filter(({ shop }) => shops.includes(shop));
    };
    const row = { timeZone: "America/New_York", nightAt: null };
    const first = { ...row, shop: due.shop, connected: true };
    expect(await mine("2026-06-22T00:00:00Z")).toHaveLength(2);
    expect(await mine("2026-06-22T00:00:00Z")).toContainEqual(first);
    expect(await mine("2026-06-22T00:00:00Z")).toContainEqual({ ...row, shop: fresh.shop, connected: false });
    const next = at("2026-06-22T05:00:00.123Z");
    expect(await db.shopIndex.setNights([{ ...first, next }])).toEqual([due.shop]);
    // Seen without a night, and it has one by now.
    expect(await db.shopIndex.setNights([{ ...first, next: at("2026-06-23T05:00:00Z") }])).toEqual([]);
    expect(await mine("2026-06-22T05:00:00Z")).toMatchObject([{ shop: fresh.shop }]);
    expect(await mine("2026-06-22T05:00:01Z")).toContainEqual({ ...first, nightAt: next });
    const seen = { shop: due.shop, nightAt: next };
    expect(await db.shopIndex.setNights([{ ...seen, next: at("2026-06-23T05:00:00Z") }])).toEqual([due.shop]);
    const before = await db.shopIndex.countNights(at("2026-06-22T00:00:00Z"));
    expect(await db.shopIndex.countNights(at("2026-06-23T05:00:00Z"))).toBe(before + 1);
    expect(await db.shopIndex.countLeft()).toBeGreaterThanOrEqual(1);
  });
});
