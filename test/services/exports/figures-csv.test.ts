import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { FIGURE_TABLES, type FigureTable, figuresCsv } from "#app/services/exports/figures-csv.server.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser, STARTER } from "../closing/a-closer.ts";
import { anItem, shop } from "../sync/a-merchant.ts";
import { linesOf } from "./an-account.ts";

type Input = Parameters<typeof aCloser>[0];

/** 10,000 locked in April, 25,000 in June, and 600 that lock four days from now, on 21 June 2026. */
const BUSY: Input = {
  items: [
    anItem({
      ...{ id: "1", state: "APPROVED", trackedOn: "2026-03-20", locksOn: "2026-04-10" },
      ...{ amount: "10000.00", payout: "800.00" },
    }),
    anItem({
      ...{ id: "2", state: "APPROVED", trackedOn: "2026-05-02", locksOn: "2026-06-05" },
      ...{ amount: "25000.00", payout: "2000.00" },
    }),
    anItem({ id: "3", trackedOn: "2026-06-18", locksOn: "2026-06-25", amount: "600.00", payout: "50.00" }),
  ],
  facts: { ...STARTER, fundingBalance: { amount: "100.00", asOf: "2026-06-01" } },
};

/** The lines of a table's file after the mark it begins with; null where there is no such table. */
async function linesIn(table: FigureTable, input: Input = BUSY): Promise<string[] | null> {
  const { deps } = await aCloser(input);
  const bytes = await figuresCsv({ shop, table }, translatorFor("en"), deps);
  return bytes && linesOf(new TextDecoder().decode(bytes));
}

describe("the file of the charges", () => {
  it("has a line for each day with a charge, the past ones first", async () => {
    expect(await linesIn("charges")).toEqual([
      "Day,Commissions tracked,impact.com fee,Newly owed,Charged to your card,State,Currency",
      "2026-06-01,0.00,30.00,30.00,,Past,USD",
      "2026-06-18,50.00,0.00,50.00,50.00,Past,USD",
      "2026-07-01,0.00,640.00,640.00,640.00,Expected,USD",
    ]);
  });
});

describe("the file of the months", () => {
  it("has the fees that were charged, twelve months to come, and their sum", async () => {
    const lines = await linesIn("months");
    expect(lines?.slice(0, 5)).toEqual([
      "Fee for,Likely fee,Low,High,Charged on,Commissions due,State,Currency",
      "'2026-04,250.00,250.00,250.00,2026-05-01,,Past,USD",
      "'2026-05,30.00,30.00,30.00,2026-06-01,,Past,USD",
      "'2026-06,,640.00,890.00,2026-07-01,2050.00,Expected,USD",
      "'2026-07,,30.00,890.00,2026-08-01,0.00,Expected,USD",
    ]);
    expect(lines?.slice(13)).toEqual([
      "'2027-04,,30.00,890.00,2027-05-01,0.00,Expected,USD",
      "'2027-05,,30.00,890.00,2027-06-01,0.00,Expected,USD",
      `"12 months, if months vary as they did",,970.00,,,2050.00,Expected,USD`,
    ]);
  });

  it("begins with this month where the actions were never read", async () => {
    const lines = await linesIn("months", {});
    expect(lines?.slice(1, 3)).toEqual([
      "'2026-06,,30.00,,2026-07-01,,Expected,USD",
      "'2026-07,,30.00,,2026-08-01,,Expected,USD",
    ]);
    expect(lines?.at(-1)).toBe(`"12 months, if months vary as they did",,360.00,,,,Expected,USD`);
    expect(lines).toHaveLength(14);
  });
});

describe("the file of how the month's fee builds up", () => {
  it("has each day of the month, today among the past ones", async () => {
    const lines = await linesIn("build-up");
    expect(lines).toHaveLength(31);
    expect([0, 1, 4, 5, 21, 22, 25, 30].map((line) => lines?.[line])).toEqual([
      "Day,Revenue from locked actions,Share of it,State,Currency",
      "2026-06-01,0.00,0.00,Past,USD",
      "2026-06-04,0.00,0.00,Past,USD",
      "2026-06-05,25000.00,625.00,Past,USD",
      "2026-06-21,25000.00,625.00,Past,USD",
      "2026-06-22,25000.00,625.00,Expected,USD",
      "2026-06-25,25600.00,640.00,Expected,USD",
      "2026-06-30,25600.00,640.00,Expected,USD",
    ]);
  });

  it("is none where the actions were never read", async () => {
    expect(await linesIn("build-up", {})).toBeNull();
  });
});

describe("the file of the editions", () => {
  it("has the points between which each fee is a straight line", async () => {
    expect(await linesIn("editions")).toEqual([
      "Monthly fee of each edition,Revenue from locked actions,Fee a month,Currency",
      "Starter,0.00,30.00,USD",
      "Starter,1200.00,30.00,USD",
      "Starter,25600.00,640.00,USD",
      "Starter,43520.00,1088.00,USD",
      "Starter Agency,0.00,30.00,USD",
      "Starter Agency,1873.17,30.00,USD",
      "Starter Agency,25600.00,410.00,USD",
      "Starter Agency,43520.00,697.00,USD",
      "Essentials,0.00,500.00,USD",
      "Essentials,25600.00,500.00,USD",
      "Essentials,31219.51,500.00,USD",
      "Essentials,43520.00,697.00,USD",
    ]);
  });

  it("is none where no month is known to compare by", async () => {
    expect(await linesIn("editions", {})).toBeNull();
  });
});

describe("the file of the ledger", () => {
  it("begins with the balance that was entered, and says of each day what happened", async () => {
    const lines = await linesIn("ledger");
    expect(lines?.slice(0, 4)).toEqual([
      "Day,Opening balance,Newly owed,New commissions,impact.com fee,Reversed,Locked,Card charged,From balance,Balance,State,Currency,What happened",
      `2026-06-01,100.00,,,,,,,,100.00,You entered,USD,"Already owed: 2000.00 for actions not locked, 0.00 for a fee not deducted, less the 100.00 you entered"`,
      `2026-06-01,100.00,30.00,0.00,30.00,0.00,0.00,0.00,0.00,2030.00,Past,USD,"The impact.com fee for May 2026 is charged: $30.00. · The balance you entered does not cover $1,930.00 that is owed. impact.com still charges it, unless it already has."`,
      "2026-06-02,2030.00,0.00,0.00,0.00,0.00,0.00,0.00,30.00,2000.00,Past,USD,The impact.com fee is due from the funding account: $30.00.",
    ]);
    expect(lines?.at(-1)).toBe(
      "2026-07-02,640.00,0.00,0.00,0.00,0.00,0.00,0.00,640.00,0.00,Expected,USD,The impact.com fee is due from the funding account: $640.00.",
    );
    expect(lines).toHaveLength(9);
  });

  it("begins with the sign-up where no balance was entered", async () => {
    expect((await linesIn("ledger", {}))?.[1]).toBe(
      "2026-03-12,,,,,,,,,,Past,USD,You signed up · Add your balance. Settled also has to read your actions.",
    );
  });
});

describe("a file of figures", () => {
  it.each([
    ["nothing was told of the account", {}],
    ["it is one of another edition", { ...STARTER, closingAccount: "other-brand" }],
  ] as [string, StatedFacts][])("is none where %s", async (_what, facts) => {
    for (const table of FIGURE_TABLES)
      expect([table, await linesIn(table, { facts })]).toEqual([table, null]);
  });

  it("is none of a partner's account, which costs no fee", async () => {
    const { deps } = await aCloser(BUSY);
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, kind: "partner" });
    for (const table of FIGURE_TABLES)
      expect(await figuresCsv({ shop, table }, translatorFor("en"), deps)).toBeNull();
  });

  it("is none of a store that was never seen", async () => {
    const deps = createFakeDeps();
    for (const table of FIGURE_TABLES)
      expect(
        await figuresCsv({ shop: "never-seen.myshopify.com", table }, translatorFor("en"), deps),
      ).toBeNull();
  });
});
