import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, newShopDomain } from "#test/factories/rows.ts";
import { DATABASES, type Running } from "./databases.ts";

const said = (remaining: number, resetAt = "2026-06-21T10:00:00Z") => ({
  limit: 1_000,
  remaining,
  resetAt: at(resetAt),
});

describe.each(DATABASES)("the calls an account has left in %s", (_name, start) => {
  let running: Running;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.stop());

  it("are the lowest of the hour, whichever instance said so last, and new with the next hour", async () => {
    const { callBudgets } = running.db;
    const account = newShopDomain();
    expect(await callBudgets.find(account, "other")).toBeNull();
    await callBudgets.save(account, "other", said(700));
    await callBudgets.save(account, "other", said(698));
    // An answer that another instance got earlier; its seconds were counted from another moment.
    await callBudgets.save(account, "other", said(699, "2026-06-21T10:00:02Z"));
    expect(await callBudgets.find(account, "other")).toMatchObject({ remaining: 698 });
    await callBudgets.save(account, "catalogs", { ...said(3_000), limit: null });
    await callBudgets.save(account, "other", said(999, "2026-06-21T11:00:00Z"));
    expect(await callBudgets.find(account, "other")).toEqual(said(999, "2026-06-21T11:00:00Z"));
    expect(await callBudgets.find(account, "catalogs")).toEqual({ ...said(3_000), limit: null });
  });

  it("go with the account's last connection", async () => {
    const { callBudgets, connections } = running.db;
    const [one, other, account] = [newShopDomain(), newShopDomain(), newShopDomain()];
    const connection = {
      kind: "brand" as const,
      accountSid: account,
      sealedToken: "s",
      connectedAt: at("2026-06-01T00:00:00Z"),
    };
    for (const shop of [one, other]) await connections.save({ ...connection, shop, connectedBy: "staff-1" });
    await callBudgets.save(account, "other", said(700));
    await connections.remove(one);
    expect(await callBudgets.find(account, "other")).not.toBeNull();
    await connections.remove(other);
    expect(await callBudgets.find(account, "other")).toBeNull();
  });
});
