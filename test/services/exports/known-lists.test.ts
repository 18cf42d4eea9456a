import { describe, expect, it } from "vitest";
import { knownLists } from "#app/services/exports/known-lists.server.ts";
import { anAccount, KEY, linesOf, shop } from "./an-account.ts";

describe("what an export draws on", () => {
  it("is in the order of ids, and has everybody with a contract or an action as a partner", async () => {
    const { deps } = await anAccount();
    const { contracts, invoices, partners, actionsIn } = await knownLists(KEY, deps);
    expect(contracts?.map(({ id }) => id)).toEqual(["c1", "c2"]);
    expect(invoices?.map(({ id }) => id)).toEqual(["i1", "i2", "i3"]);
    // Nobody named the partner of the second contract.
    expect(Object.fromEntries(partners ?? [])).toEqual({ 1: "博客", 2: "=cmd", 3: "" });
    expect(actionsIn).toBe("USD");
  });

  it("is not known of a list that was asked for in vain", async () => {
    const { deps } = await anAccount({ read: false });
    await deps.db.snapshots.saveFailure(shop, "Contracts", { outcome: "unauthorized" }, deps.clock.now());
    expect(await knownLists(KEY, deps)).toEqual({
      contracts: null,
      invoices: null,
      partners: null,
      actionsIn: null,
    });
  });

  it("is of a partner's contract the brand's program, which is its other side", async () => {
    const { deps, start, filesOf } = await anAccount({ read: false });
    const contract = { id: "c1", programId: "1000", status: "ACTIVE", startsOn: null, endsOn: "2026-08-01" };
    await deps.db.snapshots.saveRead(shop, "Contracts", [contract], deps.clock.now());
    const { make, exportId } = await start();
    await make();
    const files = await filesOf(exportId);
    expect(linesOf(files["contracts.csv"])[1]).toBe("c1,1000,,ACTIVE,2026-08-01,1000");
    expect(linesOf(files["partners.csv"]).slice(1)).toEqual(["1000,,1"]);
  });

  it("has the partners of the actions where the contracts were never read", async () => {
    const { deps, start, show, filesOf } = await anAccount({ read: false });
    const now = deps.clock.now();
    const run = { run: 1, kind: "first" as const, startedAt: now, finishedAt: now };
    await deps.db.syncs.save(KEY, { ...run, currency: "USD", completedAt: now, fullAt: now });
    await deps.db.actions.putPartnerNames(KEY, new Map([["7", "Zeitung"]]));
    const { make, exportId } = await start();
    await make();
    expect((await show())?.counted).toMatchObject({
      actions: { exists: 0, exported: 0 },
      contracts: { exists: null, exported: 0 },
      partners: { exists: 1, exported: 1 },
      owed: { exists: 0, exported: 0 },
    });
    const files = await filesOf(exportId);
    // The head alone: the list was read, and there is nothing in it.
    expect(linesOf(files["actions.csv"])).toEqual([
      "编号,项目,项目编号,合作伙伴,状态,收入,佣金,币种,跟踪日期,锁定日期,撤销日期,付款日期",
    ]);
    expect(linesOf(files["partners.csv"]).slice(1)).toEqual(["7,Zeitung,0"]);
  });
});
