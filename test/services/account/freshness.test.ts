import { describe, expect, it } from "vitest";
import type { ReadFailure } from "#app/ports/index.ts";
import { loadAccount } from "#app/services/account/load-account.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const UNREACHABLE: ReadFailure = { outcome: "unavailable", reason: "timeout" };

/** A store whose account was read at nine o'clock, seen at `time` of the same day. */
async function seenAt(time: string, { connected = true, token = "sealed" as string | null } = {}) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  if (connected) await deps.db.connections.save(aConnection({ shop, sealedToken: token }));
  const { snapshots } = deps.db;
  await snapshots.saveRead(shop, "Contracts", [], at("2026-06-21T09:00:00Z"));
  deps.clock.set(`2026-06-21T${time}Z`);
  const stale = async () => (await loadAccount({ shop }, deps))?.stale;
  return { snapshots, stale };
}

describe("what was read of an account", () => {
  // The product's own promise: fresh for a quarter of an hour; what is older is asked for again when somebody looks.
  it.each([
    ["09:00:00", false],
    ["09:15:00", false],
    ["09:15:01", true],
    ["10:00:00", true],
  ])("seen at %s: too old is %s", async (time, tooOld) => {
    expect(await (await seenAt(time)).stale()).toBe(tooOld);
  });

  it("is as old as its oldest part", async () => {
    const { snapshots, stale } = await seenAt("09:20:00");
    await snapshots.saveRead(shop, "Invoices", [], at("2026-06-21T09:19:00Z"));
    expect(await stale()).toBe(true);
    await snapshots.saveRead(shop, "Contracts", [], at("2026-06-21T09:19:00Z"));
    expect(await stale()).toBe(false);
  });

  it("is not asked for again at every look while impact.com cannot be reached: the try counts", async () => {
    const { snapshots, stale } = await seenAt("09:20:00");
    await snapshots.saveFailure(shop, "Contracts", UNREACHABLE, at("2026-06-21T09:18:00Z"));
    expect(await stale()).toBe(false);
  });

  it("never calls for a reading that nobody can make: no connection, or its token is gone", async () => {
    expect(await (await seenAt("12:00:00", { connected: false })).stale()).toBe(false);
    expect(await (await seenAt("12:00:00", { token: null })).stale()).toBe(false);
  });
});
