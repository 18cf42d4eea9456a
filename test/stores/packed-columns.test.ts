import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, StoredAction } from "#app/ports/index.ts";
import { newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

describe.each(DATABASES)("thousands of actions in one statement on %s", (_name, start) => {
  let running: Running;
  let db: Database;
  beforeAll(async () => {
    running = await start();
    db = running.db;
  });
  afterAll(() => running.stop());

  const anAction = (id: string, partner: string, rest: Partial<StoredAction> = {}): StoredAction => ({
    id,
    programId: "1000",
    program: "Acme",
    partner,
    state: "PENDING",
    amount: 12_345,
    payout: 678,
    trackedOn: 20_600,
    locksOn: 20_660,
    reversedOn: null,
    clearedOn: null,
    ...rest,
  });

  it.each([
    ["what names may hold", ['a "b", {c}\\d', "NULL", "\\", "\n\t", "账户 🙂", "x\u007Fy", "x\u001Fy", ""]],
    ["a single empty name", [""]],
    ["every character that parts values", ["\u007F\u001F\u001E\u001D", "z"]],
    ["what stands for nothing", ["\\N", "z"]],
  ])("keeps %s as it came", async (_what, partners) => {
    const key = { shop: newShopDomain(), accountSid: "IRpacked" };
    const actions = partners.map((partner, at) =>
      anAction(`${at}`, partner, at % 2 === 0 ? { locksOn: null, clearedOn: 20_700, amount: -1 } : {}),
    );
    await db.actions.put(key, actions, 1);
    const ids = actions.map(({ id }) => id);
    expect(await db.actions.byId(key, ids)).toEqual(actions);
    expect(await db.actions.byId(key, ["none"])).toEqual([]);
  });
});
