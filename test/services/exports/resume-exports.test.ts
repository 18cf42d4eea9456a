import { describe, expect, it } from "vitest";
import type { ExportRow, FetchResult } from "#app/ports/index.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { resumeWaitingExports } from "#app/services/exports/resume-exports.server.ts";
import { startExport } from "#app/services/exports/start-export.server.ts";
import { aConnection, aShop } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const { shop } = aShop();
const anInvoice = (id: string) => ({
  id,
  dueOn: "2026-07-16",
  total: "75.00",
  status: "PENDING",
  paidOn: null,
});

/** An export of four invoices of an account whose hour allows one PDF; the hours begin at full hours. */
async function anExport(full: (hourEnds: string) => FetchResult<Uint8Array>) {
  const deps = createFakeDeps();
  await deps.db.shops.save(aShop({ shop }));
  await deps.db.connections.save(aConnection({ shop, sealedToken: deps.seal.seal(shop, "token") }));
  const invoices = ["i1", "i2", "i3", "i4"].map(anInvoice);
  await deps.db.snapshots.saveRead(shop, "Invoices", invoices, deps.clock.now());
  const fetchPdf = deps.impact.readInvoicePdf;
  const hours = new Set<string>();
  const background: (boolean | undefined)[] = [];
  deps.impact.readInvoicePdf = async (who, id) => {
    background.push(who.inBackground);
    const hour = deps.clock.now().toString().slice(0, 13);
    if (hours.has(hour)) return full(deps.clock.now().add({ hours: 1 }).toString());
    hours.add(hour);
    return fetchPdf(who, id);
  };
  await startExport({ shop, locale: "en" }, deps);
  const exportId = (await deps.db.exports.latest(shop))?.id ?? "";
  const make = () => makeExport({ shop, exportId }, deps);
  const plan = async () => ((await deps.db.exports.find(shop, exportId)) as ExportRow).plan;
  return { deps, make, plan, background };
}

describe("an export that needs more calls than an hour has", () => {
  it.each([
    ["says until when", (retryAt: string) => ({ outcome: "rate-limited" as const, retryAt })],
    ["says nothing", () => ({ outcome: "rate-limited" as const, retryAt: null })],
  ])("goes on hour by hour where impact.com %s, and misses no invoice", async (_how, full) => {
    const { deps, make, plan, background } = await anExport(full);
    for (const hour of ["10", "11", "12"]) {
      expect(await make()).toBe("waits");
      expect((await plan()).waitUntil).toBe(`2026-06-21T${hour}:00:00Z`);
      expect(await resumeWaitingExports(deps)).toBe(0);
      // The clock of the demo moves; the queue's own stands where it stood.
      deps.clock.set(`2026-06-21T${hour}:00:00Z`);
      const before = deps.db.jobs.length;
      expect(await resumeWaitingExports(deps)).toBe(1);
      expect(deps.db.jobs.slice(before).map(({ name }) => name)).toEqual(["make-export"]);
    }
    expect(await make()).toBe("done");
    expect(await plan()).toMatchObject({
      missing: [],
      counted: { invoices: { exists: 4, exported: 4 } },
    });
    expect(new Set(background)).toEqual(new Set([true]));
    expect(await resumeWaitingExports(deps)).toBe(0);
  });

  it("is taken up again alone, not with one that waits for nothing", async () => {
    const { deps, make } = await anExport((retryAt) => ({ outcome: "rate-limited", retryAt }));
    expect(await make()).toBe("waits");
    await deps.db.connections.save(aConnection({ shop: "other.myshopify.com" }));
    await startExport({ shop: "other.myshopify.com", locale: "en" }, deps);
    deps.clock.set("2026-06-21T10:00:00Z");
    expect(await resumeWaitingExports(deps)).toBe(1);
    expect(deps.db.jobs.at(-1)?.data).toMatchObject({ shop });
  });
});
