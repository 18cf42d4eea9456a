import { describe, expect, it } from "vitest";
import type { ShopRow } from "#app/ports/index.ts";
import { at } from "#test/factories/rows.ts";
import { anOutbox, blocksOf, FINISH, FOOTER, STOP_LINK, STOPPABLE } from "./an-outbox.ts";

const contractOf = (partner: string) => ({
  id: "core.checklist.contract",
  values: { contract: "S-777", partner },
});
const INVOICE = {
  id: "core.checklist.invoice",
  values: { invoice: "900.10.1", dueOn: "2026-07-01", totalAmount: "45.50", currency: "USD" },
};
const CATALOG = { id: "core.checklist.catalog", values: { catalog: 55, name: "shop.example" } };

/** A mail about tasks that were open again an hour ago; `open` are those that still are. */
async function reopened(
  tasks: { task: string; leftovers: unknown[] }[],
  open: string[],
  change: Partial<ShopRow> | null = {},
) {
  const content = { shopName: "Acme Outdoor", tasks };
  const outbox = await anOutbox({ purpose: "task-reopened", content }, change);
  const { deps, shop } = outbox;
  const moment = at("2026-06-21T08:00:00Z");
  for (const { task } of tasks)
    await deps.db.taskWatches.move(shop, null, {
      task,
      status: open.includes(task) ? "open" : "done",
      leftovers: [],
      reopened: open.includes(task),
      accountSid: "IRtestSid0000001",
      changedAt: moment,
      wantedAt: moment,
    });
  return outbox;
}

describe("the mail about a finished task that is open again", () => {
  it("names the task and what is left, what it means, and the way to the tasks", async () => {
    const tasks = [{ task: "delete-catalogs", leftovers: [CATALOG] }];
    const { sent } = await reopened(tasks, ["delete-catalogs"]);
    expect(await sent()).toEqual({
      messageId: "<notice@settled.example>",
      to: "owner@acme-outdoor.example",
      replyTo: null,
      locale: "en",
      subject: "Open again: Delete product catalogs",
      body: {
        kind: "blocks",
        blocks: [
          {
            kind: "strong",
            text: "You are closing your impact.com account for Acme Outdoor. These finished tasks are open again:",
          },
          { kind: "list", items: ["Delete product catalogs: Catalog shop.\u2060example (55) still exists."] },
          {
            kind: "paragraph",
            text: "impact.com will probably ask for these first. They do not stop your request.",
          },
          { kind: "action", text: "See tasks", href: FINISH },
          {
            kind: "small",
            text: "You get this once, because you started closing your account with Settled.",
          },
          STOP_LINK,
          ...FOOTER,
        ],
      },
      headers: STOPPABLE,
    });
  });

  it("counts several and lists everything that is left of each", async () => {
    const tasks = [
      { task: "expire-contracts", leftovers: [contractOf("Acme Blog"), contractOf("Best Deals")] },
      { task: "settle-invoices", leftovers: [INVOICE] },
    ];
    const mail = await (await reopened(tasks, ["expire-contracts", "settle-invoices"])).sent();
    expect(mail.subject).toBe("Open again: 2 closing tasks");
    expect(blocksOf(mail)[1]).toEqual({
      kind: "list",
      items: [
        "Expire partner contracts: Contract S-777 with Acme Blog is active.",
        "Expire partner contracts: Contract S-777 with Best Deals is active.",
        "Pay partner invoices: Invoice 900.\u206010.\u20601: $45.50, due Wed, Jul 1, 2026, unpaid",
      ],
    });
  });

  it("leaves out a task that is done again by the time it goes", async () => {
    const tasks = [
      { task: "expire-contracts", leftovers: [contractOf("Acme Blog")] },
      { task: "delete-catalogs", leftovers: [CATALOG] },
    ];
    const mail = await (await reopened(tasks, ["delete-catalogs"])).sent();
    expect(mail.subject).toBe("Open again: Delete product catalogs");
    expect(blocksOf(mail)[1]).toEqual({
      kind: "list",
      items: ["Delete product catalogs: Catalog shop.\u2060example (55) still exists."],
    });
  });

  it("says what has nothing to be named, too", async () => {
    const tasks = [{ task: "partner-balance", leftovers: [{ id: "core.checklist.balanceLeft" }] }];
    const mail = await (await reopened(tasks, ["partner-balance"])).sent();
    expect(mail.subject).toBe("Open again: Account balance");
    expect(blocksOf(mail)[1]).toEqual({
      kind: "list",
      items: ["Account balance: A balance is left in the account."],
    });
  });

  const tasks = [{ task: "delete-catalogs", leftovers: [CATALOG] }];
  it.each([
    [[], {}, "done again"],
    [["delete-catalogs"], { mailStoppedAt: at("2026-06-21T08:30:00Z") }, "e-mails stopped"],
    [["delete-catalogs"], null, "e-mails stopped"],
  ] as const)("is dropped: open %j, store %j", async (open, change, reason) => {
    const { dropped } = await reopened(tasks, [...open], change);
    expect(await dropped()).toEqual({ outcome: "dropped", reason, sent: 0 });
  });

  it("is no mail without a task, nor about one that nobody knows", async () => {
    for (const none of [[], [{ task: "dance", leftovers: [] }]]) {
      const { deliver } = await reopened(none, []);
      await expect(deliver()).rejects.toThrow();
    }
  });
});
