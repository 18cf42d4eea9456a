import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#app/ports/index.ts";
import { aTicket, at, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

describe.each(DATABASES)("tickets on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  it("are found as they were written, by their own shop only", async () => {
    const ticket = aTicket();
    await db.tickets.add(ticket);
    expect(await db.tickets.findById(ticket.shop, ticket.id)).toEqual(ticket);
    expect(await db.tickets.findByRequest(ticket.shop, ticket.requestId)).toEqual(ticket);
    expect(await db.tickets.findById(newShopDomain(), ticket.id)).toBeNull();
  });

  it("change with everything that is told, and keep the rest", async () => {
    const ticket = aTicket();
    await db.tickets.add(ticket);
    const change = {
      state: "accepted" as const,
      attempts: 1,
      attemptedAt: at("2026-06-21T09:01:00Z"),
      proof: { ticketNumber: "7" },
      settledAt: at("2026-06-21T09:01:02Z"),
    };
    expect(await db.tickets.change(ticket, change)).toBe(true);
    expect(await db.tickets.findById(ticket.shop, ticket.id)).toEqual({ ...ticket, ...change });
  });

  it("are claimed by one of ten attempts at once", async () => {
    const ticket = aTicket();
    await db.tickets.add(ticket);
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => db.tickets.change(ticket, { state: "sending", attempts: 1 })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("are not changed by an attempt that saw an older one", async () => {
    const ticket = aTicket();
    await db.tickets.add(ticket);
    await db.tickets.change(ticket, { state: "pending", attempts: 1 });
    expect(await db.tickets.change(ticket, { state: "accepted" })).toBe(false);
  });

  it("are listed while unfinished, and erased with their shop", async () => {
    const left = aTicket({ state: "unknown" });
    const done = aTicket({ state: "accepted", settledAt: at("2026-06-21T09:01:00Z") });
    await db.tickets.add(left);
    await db.tickets.add(done);
    const ids = async () => (await db.tickets.unfinished()).map(({ id }) => id);
    expect(await ids()).toContain(left.id);
    expect(await ids()).not.toContain(done.id);
    await db.transact((work) => work.erasure.eraseShop(left.shop));
    expect(await ids()).not.toContain(left.id);
  });
});
