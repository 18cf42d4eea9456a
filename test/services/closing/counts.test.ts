import { describe, expect, it } from "vitest";
import { closureReport, leftoversOf, notesOf, numberLeft } from "#app/domain/index.ts";
import { closingTasks } from "#app/services/closing/closing-tasks.ts";
import { openLines } from "#app/services/drafts/ticket-lines.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { at } from "#test/factories/rows.ts";

const many = <T>(count: number, item: (id: string) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(String(100 + index)));
const aContract = (id: string, endsOn: string | null = null) => ({
  id,
  partner: "Blog",
  status: "ACTIVE" as const,
  endsOn,
});

/** The tasks of an account on 1 June 2026, all of it checked that morning. */
function tasksOf(file: Parameters<typeof anAccount>[0]) {
  const resources = ["Contracts", "Invoices", "Actions", "Catalogs"] as const;
  const checkedAt = at("2026-06-01T09:00:00Z");
  return closingTasks(
    closureReport(anAccount(file), { on: date("2026-06-01") }),
    resources.map((resource) => ({ resource, body: [], checkedAt, triedAt: checkedAt, failure: null })),
  );
}

describe("how much is left", () => {
  const busy = tasksOf({
    // Of an unknown balance nobody can say that it has paid anything (D1).
    fundingBalance: null,
    contracts: many(36, aContract),
    invoices: many(23, (id) => ({
      id,
      dueOn: "2026-06-10",
      paidOn: null,
      total: "10.00",
      status: "PENDING" as const,
    })),
    actions: [
      ...many(100, (id) => anAction({ id: `p${id}` })),
      ...many(23, (id) => anAction({ id: `l${id}`, state: "APPROVED", locksOn: "2026-05-31" })),
    ],
  });
  const left = (key: string) => {
    const task = busy.find((each) => each.key === key);
    return task && numberLeft(task.open);
  };

  it("is a number of things, however few of them are named", () => {
    expect([left("expire-contracts"), left("settle-invoices"), left("pay-actions")]).toEqual([36, 23, 123]);
    expect(busy.find(({ key }) => key === "expire-contracts")?.open.first).toHaveLength(20);
  });

  it("is the same number in the ticket, in each language", () => {
    expect(openLines(busy, "en")).toEqual(
      expect.arrayContaining([
        "- 36 partner contracts not expired",
        "- 23 partner invoices unpaid",
        "- 100 actions still to lock",
        "- 23 locked actions still to pay",
      ]),
    );
    expect(openLines(busy, "zh-CN")).toEqual(
      expect.arrayContaining(["- 36 份合作伙伴合同尚未到期", "- 23 个已锁定的行动尚未支付"]),
    );
  });
});

it("counts no sentence on rows that could not be read as a thing that is left", () => {
  const contract = { id: "core.checklist.contract", values: { contract: "c1", partner: "Blog" } };
  const unread = { id: "core.unread.contracts", values: { count: 3 } };
  const left = leftoversOf([contract, { id: "core.more", values: { count: 4 } }, unread]);
  expect(numberLeft(left)).toBe(5);
  expect(notesOf(left)).toEqual([contract, { id: "core.more", values: { count: 4 } }, unread]);
});

describe("contracts that end on a known day (D5)", () => {
  const contracts = [aContract("c1", "2026-06-01"), aContract("c2", "2026-06-15")];
  const item = (tasks: ReturnType<typeof tasksOf>) => tasks.find(({ key }) => key === "expire-contracts");

  it("are not left: what ends today was expired", () => {
    expect(item(tasksOf({ contracts }))).toMatchObject({
      status: "done",
      open: { first: [], more: 0, unread: [] },
      ending: { lastOn: "2026-06-15" },
    });
  });

  it("stand in the ticket with their day, and never as not expired", () => {
    const lines = openLines(tasksOf({ contracts, actions: [] }), "en");
    expect(lines).toContain("2 contracts end, the last on Mon, Jun 15, 2026.");
    expect(lines.join()).not.toContain("not expired");
    expect(openLines(tasksOf({ contracts: [aContract("c1", "2026-06-01")] }), "zh-CN").join()).toContain(
      "1 份合同将于 2026年6月1日（周一）到期",
    );
  });

  it("are told apart from one that runs on", () => {
    const tasks = tasksOf({ contracts: [...contracts, aContract("c3")] });
    expect(item(tasks)).toMatchObject({ status: "open", ending: { lastOn: "2026-06-15" } });
    expect(openLines(tasks, "en")).toContain("- 1 partner contract not expired");
  });
});

describe("what holds the closing up", () => {
  it.each(["brand", "partner"] as const)("is never nothing while a contract of a %s runs", (kind) => {
    const { because } = closureReport(
      anAccount({ kind, contracts: [aContract("c1")], actions: [], invoices: [] }),
      { on: date("2026-05-12") },
    ).earliestClosing;
    expect(because).toEqual([{ id: "core.earliest.contractsRun" }]);
  });
});
