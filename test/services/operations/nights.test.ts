import { describe, expect, it } from "vitest";
import type { Work } from "#app/ports/index.ts";
import { beginNights } from "#app/services/operations/nights.server.ts";
import { hourlySweep, nightlySweep } from "#app/services/operations/sweeps.server.ts";
import { maintainUninstalledShop } from "#app/services/uninstall/maintain-uninstalled-shop.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps, type FakeDeps } from "#test/fakes/deps.ts";

const named = (index: number) => `store-${10_000 + index}.myshopify.com`;

async function withStores(count: number, timeZone = "America/New_York") {
  const deps = createFakeDeps();
  for (let index = 0; index < count; index += 1) {
    const { shop } = aShop({ shop: named(index), timeZone });
    await deps.db.shops.save(aShop({ shop, timeZone }));
    await deps.db.connections.save(aConnection({ shop, sealedToken: index === 0 ? null : "sealed" }));
  }
  return deps;
}

const fetchResults = ({ db }: FakeDeps) =>
  db.jobs.flatMap(({ name, data }) => (name === "sync-actions" ? [data.shop] : []));

/** Everything that was laid out is over, and the clock stands there. */
function later(deps: FakeDeps, iso: string): void {
  deps.clock.set(iso);
  deps.db.jobs.splice(0);
  deps.db.delays.splice(0);
}

describe("the nights of the stores", () => {
  it("try each installed store's token and read each connected account, across batches, and no store that left", async () => {
    const deps = await withStores(202);
    const gone = aShop({ uninstalledAt: at("2026-06-01T00:00:00Z") });
    await deps.db.shops.save(gone);
    await deps.db.connections.save(aConnection({ shop: gone.shop }));
    expect(await beginNights(deps)).toEqual({ probed: 202, read: 201 });
    expect(new Set(fetchResults(deps)).size).toBe(201);
    expect(fetchResults(deps)).not.toContain(gone.shop);
    expect(await beginNights(deps)).toEqual({ probed: 0, read: 0 });
  });

  it("begin from 1 to 5 in the store's own zone, every night at the same second, and all over those hours", async () => {
    const deps = await withStores(300, "Asia/Tokyo");
    await beginNights(deps);
    const first = new Map(deps.db.rows().nights.map(({ shop, at: night }) => [shop, night]));
    // 1 to 5 in Tokyo is 16 to 20 UTC; asked at 09:00 UTC, so tonight.
    for (const night of first.values()) {
      expect(night.toString() >= "2026-06-21T16:00:00Z").toBe(true);
      expect(night.toString() < "2026-06-21T20:00:00Z").toBe(true);
    }
    const quarters = new Set([...first.values()].map((night) => night.toString().slice(11, 15)));
    expect(quarters.size).toBe(24);
    later(deps, "2026-06-21T20:00:00Z");
    expect((await beginNights(deps)).probed).toBe(300);
    for (const { shop, at: night } of deps.db.rows().nights)
      expect(night.since(first.get(shop) ?? night).total("hours")).toBe(24);
  });

  it("are laid out an hour ahead, each for its own moment", async () => {
    const deps = await withStores(100);
    await beginNights(deps);
    // 1 in New York is 05:00 UTC.
    later(deps, "2026-06-22T05:00:00Z");
    const due = deps.db.rows().nights.filter(({ at: night }) => night.toString() <= "2026-06-22T06:05:00Z");
    expect(await beginNights(deps)).toMatchObject({ probed: due.length });
    expect(due.length).toBeGreaterThan(10);
    expect(due.length).toBeLessThan(45);
    const seconds = due.map(({ at: night }) => night.since(at("2026-06-22T05:00:00Z")).total("seconds"));
    expect(new Set(deps.db.delays)).toEqual(new Set(seconds));
  });

  it("that were missed are caught up at once and spread, two seconds for each store, and then go on as before", async () => {
    const deps = await withStores(400);
    await beginNights(deps);
    const before = deps.db.rows().nights;
    later(deps, "2026-06-23T15:00:00Z");
    expect(await beginNights(deps)).toEqual({ probed: 400, read: 399 });
    expect(Math.max(...deps.db.delays)).toBeLessThan(798);
    expect(new Set(deps.db.delays).size).toBeGreaterThan(250);
    const delays = [...deps.db.delays];
    // 48 hours on: the night of the 24th comes at each store's own second.
    for (const { shop, at: night } of deps.db.rows().nights) {
      const known = before.find((row) => row.shop === shop)?.at ?? night;
      expect(night.since(known).total("hours")).toBe(48);
    }
    const again = await withStores(400);
    await beginNights(again);
    later(again, "2026-06-23T15:00:00Z");
    await beginNights(again);
    expect(again.db.delays).toEqual(delays);
  });

  it("go on after a crash in the middle: what was begun is not begun again, and nothing is left out", async () => {
    const deps = await withStores(500);
    const { transact } = deps.db;
    let batches = 0;
    deps.db.transact = <T>(run: (work: Work) => Promise<T>) =>
      transact(async (work) => {
        const result = await run(work);
        batches += 1;
        if (batches === 2) throw new Error("The process died before the commit.");
        return result;
      });
    await expect(beginNights(deps)).rejects.toThrow("died");
    expect(fetchResults(deps)).toHaveLength(199);
    deps.db.transact = transact;
    await beginNights(deps);
    expect(fetchResults(deps)).toHaveLength(499);
    expect(new Set(fetchResults(deps)).size).toBe(499);
  });

  it("are begun once when two rounds run at once", async () => {
    const deps = await withStores(250);
    await Promise.all([beginNights(deps), beginNights(deps)]);
    expect(fetchResults(deps)).toHaveLength(249);
  });
});

describe("the hour of stores that left", () => {
  async function withLeft(count: number) {
    const deps = createFakeDeps();
    for (let index = 0; index < count; index += 1)
      await deps.db.shops.save(aShop({ shop: named(index), uninstalledAt: at("2026-06-20T09:00:00Z") }));
    return deps;
  }

  it("begins at once for a few, and is spread by store for many, the same every hour", async () => {
    const few = await withLeft(19);
    await hourlySweep(few);
    expect(few.db.delays).toEqual([]);
    const many = await withLeft(1_200);
    await hourlySweep(many);
    // 20 a second: a minute for 1,200.
    expect(Math.max(...many.db.delays)).toBe(59);
    expect(new Set(many.db.delays).size).toBe(59);
    const delays = [...many.db.delays];
    later(many, "2026-06-21T10:00:00Z");
    await hourlySweep(many);
    expect(many.db.delays).toEqual(delays);
  });

  it("writes one reminder for each store over all hours of the fee's days, spread over the first of them (E2)", async () => {
    const deps = await withLeft(200);
    const decided = { decidedAt: at("2026-06-01T00:00:00Z"), decidedBy: "staff-1", granted: true };
    for (let index = 0; index < 200; index += 1)
      await deps.db.choices.save(named(index), [{ name: "remind-before-fees", ...decided }]);
    const perHour: number[] = [];
    // From midnight to midnight in New York, three business days before 1 July.
    for (let hour = 4; hour < 28; hour += 1) {
      deps.clock.set(at("2026-06-26T00:00:00Z").add({ hours: hour }).toString());
      const before = deps.db.rows().mails.length;
      for (let index = 0; index < 200; index += 1)
        await maintainUninstalledShop({ shop: named(index) }, deps);
      perHour.push(deps.db.rows().mails.length - before);
    }
    expect(perHour.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(perHour.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 0));
    expect(Math.max(...perHour)).toBeLessThan(40);
    expect(perHour.filter((count) => count > 0)).toHaveLength(10);
  });
});

it("lets go of PDFs of invoices 400 days after they were fetched", async () => {
  const deps = createFakeDeps();
  const key = { shop: aShop().shop, accountSid: "IR1" };
  const now = deps.clock.now();
  const aFile = { bytes: Buffer.from("%PDF"), sha256: "0" };
  for (const days of [399, 401])
    await deps.db.invoiceFiles.save(key, {
      ...aFile,
      invoiceId: `${days} days`,
      fetchedAt: now.subtract({ hours: 24 * days }),
    });
  await nightlySweep(deps);
  expect((await deps.db.invoiceFiles.list(key)).map(({ invoiceId }) => invoiceId)).toEqual(["399 days"]);
});

it("a night tries the store's token and reads its account, neither of them on a hint", async () => {
  const deps = await withStores(2);
  await beginNights(deps);
  const jobsOf = (shop: string) => deps.db.jobs.filter(({ data }) => "shop" in data && data.shop === shop);
  expect(jobsOf(named(0))).toEqual([
    { name: "confirm-uninstall", data: { shop: named(0), triggeredAt: null } },
  ]);
  expect(jobsOf(named(1))).toEqual([
    { name: "confirm-uninstall", data: { shop: named(1), triggeredAt: null } },
    { name: "sync-actions", data: { shop: named(1), purpose: "nightly" } },
  ]);
});
