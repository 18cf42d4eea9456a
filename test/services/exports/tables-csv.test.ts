import { describe, expect, it } from "vitest";
import type { ClosingOutlook } from "#app/domain/index.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { closingCostCsv, costCsv } from "#app/services/exports/closing-cost-csv.server.ts";
import { invoiceFileName } from "#app/services/exports/invoice-file-name.ts";
import { taskItemsCsv } from "#app/services/exports/task-items-csv.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";
import { aCloser } from "../closing/a-closer.ts";
import { shop } from "../sync/a-merchant.ts";
import { linesOf } from "./an-account.ts";

const en = translatorFor("en");
const lines = (bytes: Uint8Array | null) => bytes && linesOf(new TextDecoder().decode(bytes));
const COST_HEAD = `Scenario,If impact.com closes,Closing,"Fees, about","Commissions, about",From balance,Likely refund,From your card,Currency`;

/** As things are until the last day of June; with two late actions approved one day of July. */
const outlook = {
  currency: "EUR",
  scenarios: [
    {
      key: "as-is",
      approved: 0,
      stretches: [
        {
          ...{ from: "2026-06-29", to: "2026-06-30", possible: false, fees: "640.00", partnerCosts: "50.00" },
          ...{ fromBalance: "20.00", expectedRefund: "0.00", net: "670.00" },
        },
      ],
    },
    {
      key: "approved",
      approved: 2,
      stretches: [
        {
          ...{ from: "2026-07-01", to: "2026-07-01", possible: true, fees: "30.00", partnerCosts: null },
          ...{ fromBalance: null, expectedRefund: null, net: null },
        },
      ],
    },
  ],
} as unknown as ClosingOutlook;

describe("the file of what closing costs", () => {
  it("has a line for each day of each scenario", () => {
    expect(lines(costCsv(outlook, [], en))).toEqual([
      COST_HEAD,
      "As things are,2026-06-29,Not possible yet,640.00,50.00,20.00,0.00,670.00,EUR",
      "As things are,2026-06-30,Not possible yet,640.00,50.00,20.00,0.00,670.00,EUR",
      `"All end today, 2 late actions approved",2026-07-01,Possible,30.00,,,,,EUR`,
    ]);
  });

  it("is none without a known fee, and of no store that was never seen", async () => {
    const { deps } = await aCloser({ facts: {} });
    expect(await closingCostCsv({ shop }, en, deps)).toBeNull();
    expect(await closingCostCsv({ shop: "never-seen.myshopify.com" }, en, createFakeDeps())).toBeNull();
    const known = await aCloser({});
    expect(lines(await closingCostCsv({ shop }, en, known.deps))?.slice(0, 2)).toEqual([
      COST_HEAD,
      "As things are,2026-06-21,Not possible yet,30.00,,,,,USD",
    ]);
  });
});

describe("the file of a task's things", () => {
  it("has them as its page lists them, and says how many rows could not be read, of how many", () => {
    const item = { id: "c1", name: "Blog", detail: "Acme", state: "ending", on: "2026-07-01" } as const;
    const more = { trackedOn: "2026-06-01", amount: "7.50", revenue: "100.00" };
    const items = [{ ...item, ...more }] as unknown as Parameters<typeof taskItemsCsv>[0]["items"];
    const unread = [
      { resource: "Contracts" as const, count: 2, all: 10 },
      { resource: "Invoices" as const, count: 1, all: null },
    ];
    expect(lines(taskItemsCsv({ items, currency: "USD", unread }, en))?.slice(0, 4)).toEqual([
      "ID,Name,Program,Status,Date,Tracked on,Amount,Revenue,Currency",
      "c1,Blog,Acme,Ends,2026-07-01,2026-06-01,7.50,100.00,USD",
      "Contracts: 2 of 10 rows could not be read",
      "Invoices: 1 row could not be read",
    ]);
  });
});

describe("the name of an invoice's PDF", () => {
  it.each([
    ["31001-202606", "invoices/31001-202606.pdf"],
    ["../etc/passwd", "invoices/__%2Fetc%2Fpasswd.pdf"],
    ["a.b*c(d)~!'", "invoices/a_b_c_d____.pdf"],
    ["con 1", "invoices/con%201.pdf"],
  ])("is no path and no wildcard, whatever the id: %s", (id, name) => {
    expect(invoiceFileName(id)).toBe(name);
  });
});
