import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type AccountFileJson,
  closureReport,
  daysReport,
  explainFigure,
  parseAccountFile,
  previewReport,
  standingReport,
  type WholeAccount,
  writeAccountFile,
} from "#app/domain/index.ts";
import { anAccountFile, anAction } from "#test/factories/account.ts";

const on = Temporal.PlainDate.from("2026-06-25");
const account = (overrides: Partial<AccountFileJson>): WholeAccount => {
  const parsed = parseAccountFile({
    ...anAccountFile({ actions: [], contracts: [], invoices: [], catalogs: [] }),
    ...overrides,
  });
  if (parsed.outcome !== "parsed") throw new Error(JSON.stringify(parsed.problems));
  return parsed.account;
};
const row = { list: "actions", id: "1.1", field: "Payout", problem: "missing", row: "{}" } as const;

describe("rows that could not be read", () => {
  it.each([
    ["contracts", "expire-contracts"],
    ["invoices", "settle-invoices"],
    ["actions", "pay-actions"],
    ["catalogs", "delete-catalogs"],
    ["programs", "expire-contracts"],
  ] as const)("of the %s leave %s never done, and say how many", (list, key) => {
    const item = (unread?: AccountFileJson["unread"]) =>
      closureReport(account(unread ? { unread } : {}), { on }).checklist.find((each) => each.key === key);
    expect(item()).toMatchObject({ status: "done", open: [] });
    expect(item({ [list]: 3 })).toMatchObject({
      status: "unknown",
      open: [{ id: expect.stringMatching(`core.unread.${list}`), values: { count: 3 } }],
    });
  });

  it("are said with the number of all rows where that is known", () => {
    // Two could not be read and three could: two of five.
    const catalogs = ["1", "2", "3"].map((id) => ({ id, name: "Main", status: "CLOSED" as const }));
    const report = closureReport(account({ catalogs, unread: { catalogs: 2 } }), { on });
    expect(report.checklist.find(({ key }) => key === "delete-catalogs")?.open).toEqual([
      { id: "core.unread.catalogsOf", values: { count: 2, all: 5 } },
    ]);
  });

  it("make a fee at least what is certain, and say so beside it", () => {
    const whole = previewReport(account({}), { on });
    expect(whole.unread).toEqual([]);
    const { unread, thisMonth, months } = previewReport(account({ unread: { actions: 3 } }), { on });
    expect(unread).toEqual([{ id: "core.unread.actions", values: { count: 3 } }]);
    for (const { fee, chargedOn } of [thisMonth, ...months])
      if (chargedOn !== null) expect(fee).toMatchObject({ likely: null, high: null });
    const figure = "preview.nextCardCharge.amount";
    expect(explainFigure(account({ unread: { actions: 3 } }), { on, figure })).toMatchObject({
      arithmetic: expect.arrayContaining([{ id: "core.unread.actions", values: { count: 3 } }]),
    });
  });

  it("make commissions that are past at least what is shown, where they are a brand's actions", () => {
    const isLeast = (unread: AccountFileJson["unread"]) => [
      standingReport(account({ unread }), { on }).commissions.isLeast,
      daysReport(account({ unread }), { on }).isLeast,
    ];
    expect(isLeast({})).toEqual([false, false]);
    expect(isLeast({ invoices: 2 })).toEqual([false, false]);
    expect(isLeast({ actions: 1 })).toEqual([true, true]);
    expect(isLeast({ reversals: 1 })).toEqual([true, true]);
  });

  it("promise no refund on there being no action", () => {
    const { refund } = closureReport(account({ unread: { actions: 1 } }), { on });
    expect(refund).toMatchObject({ scenario: "C", literal: "unknown" });
    expect(closureReport(account({}), { on }).refund.literal).not.toBe("unknown");
  });

  it("survive into the file and back, with their reason and their number", () => {
    const file = writeAccountFile(account({ unread: { actions: 2_000 }, setAside: [row] }));
    expect(file).toMatchObject({ unread: { actions: 2_000 }, setAside: [row] });
    expect(parseAccountFile(file)).toMatchObject({
      outcome: "parsed",
      account: { unread: { actions: 2_000 } },
    });
    expect(account({ setAside: [row] }).unread).toEqual({ actions: 1 });
  });

  it("leave amounts as fine as they are in the file, credit notes below 0, and ids of two programs", () => {
    const base = anAction();
    const given = {
      actions: [{ ...base, payout: "0.8796", amount: "-21.99" }],
      invoices: [
        { id: "I", dueOn: "2026-07-16", total: "-12.505", status: "PENDING" as const, paidOn: null },
      ],
      contracts: ["1", "2"].map((program) => ({
        ...{ id: "7", program, partner: "9", status: "ACTIVE" as const, endsOn: null },
      })),
    };
    expect(writeAccountFile(account(given))).toMatchObject(given);
  });
});
