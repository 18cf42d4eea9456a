import { describe, expect, it } from "vitest";
import type { ImpactResource, SetAside } from "#app/ports/index.ts";
import { keepAside } from "#app/services/sync/keep-aside.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

const key = { shop: "acme.myshopify.com", accountSid: "IRone" };
const unread = (id: string, field: string): SetAside => ({ id, field, problem: "not-understood", row: "{}" });

function aKeeper() {
  const deps = createFakeDeps();
  return {
    deps,
    keep: (resource: ImpactResource, run: number | null, rows: SetAside[]) =>
      deps.db.transact((work) => keepAside({ key, resource, run }, rows, work, deps)),
    ids: async () => (await deps.db.setAside.first(key, 10)).map(({ resource, id }) => `${resource} ${id}`),
    drifts: () =>
      deps.db
        .rows()
        .schemaDrifts.map(({ resource, field, value, answers }) => ({ resource, field, value, answers })),
  };
}

describe("rows that could not be read", () => {
  it("of a list that was read whole are those of the last reading, and none once all can be read", async () => {
    const { keep, ids } = await aKeeper();
    await keep("Invoices", null, [unread("i-1", "DueDate"), unread("i-2", "DueDate")]);
    await keep("Invoices", null, [unread("i-2", "DueDate")]);
    expect(await ids()).toEqual(["Invoices i-2"]);
    await keep("Invoices", null, []);
    expect(await ids()).toEqual([]);
  });

  it("of a list that is read page by page add up, and a page without any takes none away", async () => {
    const { keep, ids } = await aKeeper();
    await keep("Actions", 3, [unread("a-1", "Amount")]);
    await keep("Actions", 3, [unread("a-2", "Amount")]);
    await keep("Actions", 3, []);
    expect(await ids()).toEqual(["Actions a-1", "Actions a-2"]);
  });

  it("are told to the operator by the fields that made them unreadable, each once a page", async () => {
    const { deps, keep, drifts } = await aKeeper();
    await keep("Invoices", null, [
      unread("i-1", "DueDate"),
      unread("i-2", "DueDate"),
      unread("i-3", "Total"),
    ]);
    expect(drifts()).toEqual([
      { resource: "Invoices", field: "Invoices[].DueDate", value: null, answers: 1 },
      { resource: "Invoices", field: "Invoices[].Total", value: null, answers: 1 },
    ]);
    expect(deps.db.rows().schemaDrifts[0]?.lastSeenAt.toString()).toBe("2026-06-21T09:00:00Z");
  });
});
