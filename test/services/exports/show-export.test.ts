import { describe, expect, it } from "vitest";
import type { ExportPlan, ExportRow } from "#app/ports/index.ts";
import { showExport } from "#app/services/exports/show-export.server.ts";
import { aConnection, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { ACTIONS, anAccount, KEY, shop } from "./an-account.ts";

type Counts = Partial<Record<keyof ExportPlan["counted"], number>>;
const missing = (count: number): ExportPlan["missing"] =>
  Array.from({ length: count }, (_, index) => ({
    invoiceId: `i${index}`,
    why: { outcome: "not-connected" as const },
  }));

/** The page of an account with three pieces of actions and three invoices, whose export has come so far. */
async function shown(exported: Counts, change: Partial<ExportRow> = {}, lacking = 0, read = true) {
  const { deps } = await anAccount({ read });
  const counted = Object.fromEntries(
    Object.entries(exported).map(([list, count]) => [list, { exists: count, exported: count }]),
  );
  await deps.db.exports.start({
    ...KEY,
    id: "an-export",
    locale: "en",
    state: "running",
    step: 1,
    plan: { at: "actions", after: "", counted, missing: missing(lacking), waitUntil: null },
    createdAt: at("2026-06-21T08:00:00Z"),
    finishedAt: null,
    expiresAt: at("2026-06-22T08:00:00Z"),
    ...change,
  });
  return { deps, page: () => showExport({ shop }, deps) };
}
const percent = async (...asked: Parameters<typeof shown>) =>
  (await (await shown(...asked)).page())?.made?.percent;

describe("the page of the export", () => {
  it("says what there is to export", async () => {
    const { deps } = await anAccount();
    expect(await showExport({ shop }, deps)).toEqual({
      timeZone: "America/New_York",
      kind: "brand",
      exists: { actions: ACTIONS, contracts: 2, partners: 3, invoices: 3 },
      canFetch: true,
      made: null,
    });
  });

  it("tells what was never read from what there is none of", async () => {
    const { deps } = await anAccount({ read: false });
    expect((await showExport({ shop }, deps))?.exists).toEqual({
      actions: null,
      contracts: null,
      partners: null,
      invoices: null,
    });
    await deps.db.snapshots.saveRead(shop, "Contracts", [], deps.clock.now());
    await deps.db.snapshots.saveRead(shop, "Invoices", [], deps.clock.now());
    expect((await showExport({ shop }, deps))?.exists).toEqual({
      actions: null,
      contracts: 0,
      partners: 0,
      invoices: 0,
    });
  });

  it("knows an account whose token is gone, an agency's, none, and a store never seen", async () => {
    const { deps } = await anAccount();
    await deps.db.connections.save(aConnection({ shop, kind: "agency", sealedToken: null }));
    expect(await showExport({ shop }, deps)).toMatchObject({ kind: "agency", canFetch: false });
    await deps.db.connections.remove(shop);
    expect(await showExport({ shop }, deps)).toMatchObject({ kind: "brand", exists: null, canFetch: false });
    const fresh = createFakeDeps();
    await fresh.db.shops.save(aShop({ shop: "new.myshopify.com" }));
    expect(await showExport({ shop: "new.myshopify.com" }, fresh)).toMatchObject({
      exists: null,
      canFetch: false,
    });
    expect(await showExport({ shop: "never-seen.myshopify.com" }, fresh)).toBeNull();
  });

  // Ten pieces: three of actions, contracts, partners, what is owed, three invoices, and the list of those.
  it.each([
    [{}, 0, 0],
    [{ actions: 1 }, 0, 10],
    [{ actions: ACTIONS }, 0, 30],
    [{ actions: ACTIONS, contracts: 2 }, 0, 40],
    [{ actions: ACTIONS, contracts: 2, partners: 3, owed: 1 }, 0, 60],
    [{ actions: ACTIONS, contracts: 2, partners: 3, owed: 1, invoices: 2 }, 0, 80],
    [{ actions: ACTIONS, contracts: 2, partners: 3, owed: 1, invoices: 2 }, 1, 90],
    [{ actions: ACTIONS, contracts: 2, partners: 3, owed: 1, invoices: 3, unread: 5 }, 0, 90],
    // More than there was when it began: it is done only when it is.
    [{ actions: ACTIONS, contracts: 2, partners: 3, owed: 1, invoices: 9 }, 0, 99],
  ] as [Counts, number, number][])(
    "counts pieces: of %j with %i missing it is %i %% done",
    async (counts, lacking, done) => {
      expect(await percent(counts, {}, lacking)).toBe(done);
    },
  );

  it("is done when it is done, whatever was counted", async () => {
    expect(await percent({}, { state: "done" })).toBe(100);
  });

  it("counts the lists alone where nothing was read", async () => {
    // Three lists and that of the invoices.
    expect(await percent({ contracts: 0 }, {}, 0, false)).toBe(25);
  });

  it("names twenty missing invoices and counts the others", async () => {
    const { page } = await shown({}, {}, 25);
    const made = (await page())?.made;
    expect(made?.missing.map(({ invoiceId }) => invoiceId).at(-1)).toBe("i19");
    expect([made?.missing.length, made?.unnamed]).toEqual([20, 5]);
    const few = (await (await shown({}, {}, 2)).page())?.made;
    expect([few?.missing.length, few?.unnamed]).toEqual([2, 0]);
  });

  it("shows an export until the moment it ends", async () => {
    const { deps, page } = await shown({});
    deps.clock.set("2026-06-22T07:59:59Z");
    expect((await page())?.made).toMatchObject({
      id: "an-export",
      state: "running",
      createdAt: "2026-06-21T08:00:00Z",
      expiresAt: "2026-06-22T08:00:00Z",
      waitUntil: null,
    });
    deps.clock.set("2026-06-22T08:00:00Z");
    expect((await page())?.made).toBeNull();
  });
});
