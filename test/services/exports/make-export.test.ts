import { describe, expect, it } from "vitest";
import type { ExportRow } from "#app/ports/index.ts";
import { makeExport } from "#app/services/exports/make-export.server.ts";
import { openExport } from "#app/services/exports/open-export.server.ts";
import { partnersOwed } from "#app/services/exports/partners-owed.server.ts";
import { resumeExports } from "#app/services/exports/resume-exports.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { ACTIONS, anAccount, KEY, linesOf, shop } from "./an-account.ts";

describe("an export", () => {
  it("holds everything, counted against what there is", async () => {
    const { start, show, filesOf } = await anAccount();
    const { make, exportId } = await start();
    expect(await make()).toBe("done");
    expect(await show()).toMatchObject({
      state: "done",
      percent: 100,
      missing: [],
      counted: {
        actions: { exists: ACTIONS, exported: ACTIONS },
        contracts: { exists: 2, exported: 2 },
        partners: { exists: 3, exported: 3 },
        owed: { exists: 2, exported: 2 },
        invoices: { exists: 3, exported: 3 },
      },
    });
    expect(await make()).toBe("done-before");
    const files = await filesOf(exportId);
    expect(Object.keys(files)).toEqual([
      "actions.csv",
      "contracts.csv",
      "partners.csv",
      "partners-owed.csv",
      "invoices.csv",
      "invoices/i1.pdf",
      "invoices/i2.pdf",
      "invoices/i3.pdf",
    ]);
    const actions = linesOf(files["actions.csv"]);
    expect(actions).toHaveLength(ACTIONS + 1);
    expect(new Set(actions).size).toBe(ACTIONS + 1);
    expect(actions[0]).toBe(
      "编号,项目,项目编号,合作伙伴,状态,收入,佣金,币种,跟踪日期,锁定日期,撤销日期,付款日期",
    );
    expect(actions[2]).toBe("a-000001,Acme,1000,博客,PENDING,1000.00,75.00,USD,2026-05-27,2026-07-11,,");
    expect(actions[1]).toContain(`"'=cmd|""/c calc"""`);
    expect(linesOf(files["partners.csv"])).toContain("1,博客,1");
    expect(linesOf(files["partners-owed.csv"])).toHaveLength(3);
    expect(files["invoices/i2.pdf"]).toBe("%PDF-1.7 invoice i2");
  });

  it("says of each list how many rows it may lack, because they could not be read", async () => {
    const { deps, start, show, filesOf } = await anAccount();
    const odd = (rowKey: string) => ({
      rowKey,
      id: null,
      field: "Id",
      problem: "missing" as const,
      row: "{}",
    });
    await deps.db.setAside.replace(KEY, "Contracts", [odd("c1"), odd("c2")]);
    await deps.db.setAside.add(KEY, "Actions", [odd("a1")], 1);
    const { make, exportId } = await start();
    await make();
    const lines = linesOf((await filesOf(exportId))["could-not-be-read.csv"]);
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.includes("Contracts"))).toHaveLength(2);
    const { counted } = (await show()) ?? {};
    expect(counted).toMatchObject({
      actions: { exported: ACTIONS, unread: 1 },
      contracts: { exported: 2, unread: 2 },
      partners: { exported: 3, unread: 3 },
      owed: { unread: 1 },
      unread: { exists: 3, exported: 3 },
    });
    expect(counted?.invoices).toEqual({ exists: 3, exported: 3 });
  });

  it("names the account's own currency, whatever the shop sells in, and no sums of another one", async () => {
    const { deps, start, show, filesOf } = await anAccount();
    await deps.db.shops.save(aShop({ shop, currency: "EUR" }));
    const now = deps.clock.now();
    const company = (currency: string) =>
      deps.db.snapshots.saveRead(shop, "CompanyInformation", { name: "Acme", currency, timeZone: null }, now);
    const run = { run: 2, kind: "full" as const, startedAt: now, finishedAt: null, fullAt: null };
    // The actions are being read for the first time.
    await deps.db.syncs.save(KEY, { ...run, currency: "USD", completedAt: null });
    await company("USD");
    const early = await start();
    await early.make();
    expect(linesOf((await filesOf(early.exportId))["invoices.csv"])[1]).toMatch(/^i1,2026-07-16,75.00,USD,/);
    // They were read while the account was in dollars; by now it is in euros.
    await deps.db.syncs.save(KEY, { ...run, currency: "USD", completedAt: now });
    await company("EUR");
    const late = await start();
    await late.make();
    expect(await partnersOwed({ shop }, deps)).toMatchObject({ report: null });
    expect(Object.keys(await filesOf(late.exportId))).not.toContain("partners-owed.csv");
    expect((await show())?.state).toBe("done");
  });

  it("ends the same after a death at every single step, without asking twice for an invoice", async () => {
    const whole = await anAccount();
    const undisturbed = await whole.start();
    await undisturbed.make();
    const { deps, start, filesOf, asked } = await anAccount();
    const { exportId } = await start();
    const { advance } = deps.db.exports;
    const transact = deps.db.transact;
    let deaths = 0;
    for (let done = false; !done; ) {
      // Every try gets one step further: it dies in the commit after the next one.
      let commits = 0;
      deps.db.transact = (run) =>
        transact(async (work) => {
          const result = await run(work);
          commits += 1;
          if (commits === 2) throw new Error("killed");
          return result;
        });
      try {
        done = (await makeExport({ shop, exportId }, deps)) === "done";
      } catch {
        deaths += 1;
      }
    }
    deps.db.transact = transact;
    expect(advance).toBeDefined();
    expect(deaths).toBe(9);
    expect(await filesOf(exportId)).toEqual(await whole.filesOf(undisturbed.exportId));
    expect(asked).toEqual(["i1", "i2", "i3"]);
  });

  it("is made once by two workers", async () => {
    const { start, filesOf } = await anAccount();
    const { make, exportId } = await start();
    const outcomes = await Promise.all([make(), make()]);
    expect(outcomes.sort()).toEqual(["done", "taken"]);
    expect(linesOf((await filesOf(exportId))["actions.csv"])).toHaveLength(ACTIONS + 1);
  });

  it("says of an invoice that could not be fetched which and why, and fetches just that one again", async () => {
    const { deps, start, show, filesOf, asked } = await anAccount();
    const fetchPdf = deps.impact.readInvoicePdf;
    const tooLarge = { outcome: "unexpected-answer" as const, resource: "Invoices" as const, field: "size" };
    deps.impact.readInvoicePdf = async (who, id) => (id === "i2" ? tooLarge : fetchPdf(who, id));
    const first = await start();
    await first.make();
    expect(await show()).toMatchObject({
      counted: { invoices: { exists: 3, exported: 2 } },
      missing: [{ invoiceId: "i2", why: tooLarge }],
    });
    const files = await filesOf(first.exportId);
    expect(files["invoices/i2.pdf"]).toBeUndefined();
    expect(linesOf(files["invoices.csv"])[2]).toContain("i2,2026-07-16,75.00,USD,PENDING,,");
    deps.impact.readInvoicePdf = fetchPdf;
    asked.length = 0;
    const second = await start();
    await second.make();
    expect(asked).toEqual(["i2"]);
    expect((await show())?.missing).toEqual([]);
    expect(await deps.db.exports.find(shop, first.exportId)).toBeNull();
  });

  it("waits out impact.com's hour once, says until when, and goes on there", async () => {
    const { deps, start, show } = await anAccount();
    const fetchPdf = deps.impact.readInvoicePdf;
    deps.impact.readInvoicePdf = async () => ({ outcome: "rate-limited", retryAt: "2026-06-21T09:30:00Z" });
    const { make } = await start();
    expect(await make()).toBe("waits");
    expect(await show()).toMatchObject({ state: "running", waitUntil: "2026-06-21T09:30:00Z" });
    expect(deps.db.jobs.at(-1)?.name).toBe("make-export");
    deps.impact.readInvoicePdf = fetchPdf;
    expect(await make()).toBe("done");
    expect((await show())?.counted.invoices).toEqual({ exists: 3, exported: 3 });
  });

  it("never says 0 of what was not read", async () => {
    const { start, show, filesOf } = await anAccount({ read: false });
    const { make, exportId } = await start();
    await make();
    expect((await show())?.counted).toMatchObject({
      actions: { exists: null },
      contracts: { exists: null },
      partners: { exists: null },
      invoices: { exists: null },
    });
    expect(await filesOf(exportId)).toEqual({});
  });

  it("hands over its share when the time is up, and is taken up again after a restart", async () => {
    const { deps, start } = await anAccount();
    const { make, exportId } = await start();
    expect(await make(AbortSignal.abort())).toBe("goes-on");
    await resumeExports(deps);
    const job = { name: "make-export", data: { shop, exportId } };
    expect(deps.db.jobs).toEqual([job, job, job]);
  });

  it("cannot be begun twice at once, nor without an account", async () => {
    const { deps, start } = await anAccount();
    expect([(await start()).outcome, (await start()).outcome]).toEqual(["started", "being-made"]);
    expect(deps.db.jobs.map(({ name }) => name)).toEqual(["make-export"]);
    await deps.db.connections.remove(shop);
    expect((await start()).outcome).toBe("not-connected");
  });

  it("goes with its account, with the invoices' PDFs, and to no other shop", async () => {
    const { deps, start } = await anAccount();
    const { make, exportId } = await start();
    await make();
    expect(await openExport({ shop: "other.myshopify.com", exportId }, deps)).toBeNull();
    await deps.db.connections.remove(shop);
    expect(await openExport({ shop, exportId }, deps)).toBeNull();
    expect(await deps.db.invoiceFiles.list(KEY)).toEqual([]);
    expect(await make()).toBe("gone");
  });

  it("ends after seven days, to the moment", async () => {
    const { deps, start, show } = await anAccount();
    const { make, exportId } = await start();
    await make();
    const row = (await deps.db.exports.find(shop, exportId)) as ExportRow;
    expect(row.expiresAt.toString()).toBe("2026-06-28T09:00:00Z");
    deps.clock.set("2026-06-28T08:59:59Z");
    expect(await openExport({ shop, exportId }, deps)).not.toBeNull();
    deps.clock.set("2026-06-28T09:00:00Z");
    expect(await openExport({ shop, exportId }, deps)).toBeNull();
    expect(await show()).toBeNull();
    await deps.db.exports.removeExpired(deps.clock.now());
    expect(await deps.db.exports.find(shop, exportId)).toBeNull();
  });
});
