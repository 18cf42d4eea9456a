import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { actionsCsv, contractsCsv, invoicesCsv, partnersCsv } from "#app/services/exports/list-csv.ts";
import { unreadCsv } from "#app/services/exports/unread-csv.ts";
import { at } from "#test/factories/rows.ts";
import { anAction, anInvoice, linesOf } from "./an-account.ts";

const { t } = translatorFor("en");
const lines = (bytes: Uint8Array) => linesOf(new TextDecoder().decode(bytes));
const HEAD =
  "ID,Program,Program ID,Partner,Status,Revenue,Commission,Currency,Tracked on,Locks on,Reversed on,Paid on";

describe("the list of actions", () => {
  it("has amounts and days that a spreadsheet can reckon with", () => {
    const action = { ...anAction(1), partner: "Blog", reversedOn: 20_610, clearedOn: 20_650 };
    expect(lines(actionsCsv([action], "USD", true, t))).toEqual([
      HEAD,
      "a-000001,Acme,1000,Blog,PENDING,1000.00,75.00,USD,2026-05-27,2026-07-11,2026-06-06,2026-07-16",
    ]);
  });

  it("has its head once, and no day that is not known", () => {
    const action = { ...anAction(1), partner: "Blog", locksOn: null };
    expect(lines(actionsCsv([action], "USD", false, t))).toEqual([
      "a-000001,Acme,1000,Blog,PENDING,1000.00,75.00,USD,2026-05-27,,,",
    ]);
  });

  it("keeps what an amount has beyond the currency's last digit", () => {
    const finer = { amount: 0, payout: 500_000_000_000_000 };
    const [line] = lines(actionsCsv([{ ...anAction(1), finer }], "USD", false, t));
    expect(line?.split(",").slice(5, 7)).toEqual(["1000.00", "75.005"]);
  });

  it("writes no amount in a currency whose digits are not known", () => {
    const [line] = lines(actionsCsv([{ ...anAction(1), partner: "Blog" }], "BTC", false, t));
    expect(line).toBe("a-000001,Acme,1000,Blog,PENDING,,,BTC,2026-05-27,2026-07-11,,");
  });
});

describe("the list of contracts", () => {
  const ending = {
    id: "c1",
    partner: "p1",
    status: "ACTIVE",
    endsOn: "2026-08-01",
    program: "1000",
  } as const;
  const open = { id: "c2", partner: "p2", status: "EXPIRED", endsOn: null } as const;

  it("names partner, state, end and program of each, as far as they are known", () => {
    expect(lines(contractsCsv([ending, open], new Map([["p1", "Blog"]]), t))).toEqual([
      "ID,Partner ID,Partner,Status,Ends on,Program ID",
      "c1,p1,Blog,ACTIVE,2026-08-01,1000",
      "c2,p2,,EXPIRED,,",
    ]);
  });

  it("names nobody while no names were read", () => {
    expect(lines(contractsCsv([ending], null, t))[1]).toBe("c1,p1,,ACTIVE,2026-08-01,1000");
  });

  it("gives each partner the number of its contracts", () => {
    const partners = new Map([
      ["p1", "Blog"],
      ["p3", "Zeitung"],
    ]);
    expect(lines(partnersCsv(partners, [ending, { ...open, partner: "p1" }], t))).toEqual([
      "Partner ID,Partner,Contracts",
      "p1,Blog,2",
      "p3,Zeitung,0",
    ]);
  });
});

describe("the list of invoices", () => {
  it("says of each where its PDF lies, or why there is none", () => {
    const invoices = [
      anInvoice("i1"),
      { ...anInvoice("i2"), status: "PAID" as const, paidOn: "2026-07-01" },
      anInvoice("i3"),
    ];
    const files = [{ invoiceId: "i1", sha256: "", fetchedAt: at("2026-06-21T09:00:00Z") }];
    const missing = [{ invoiceId: "i2", why: { outcome: "not-connected" as const } }];
    const bytes = invoicesCsv(
      { invoices, currency: "EUR", files, missing },
      (id) => `files/${id}.pdf`,
      ({ outcome }) => `because ${outcome}`,
      t,
    );
    expect(lines(bytes)).toEqual([
      "ID,Due on,Total,Currency,Status,Paid on,PDF",
      "i1,2026-07-16,75.00,EUR,PENDING,,files/i1.pdf",
      "i2,2026-07-16,75.00,EUR,PAID,2026-07-01,because not-connected",
      "i3,2026-07-16,75.00,EUR,PENDING,,",
    ]);
  });
});

describe("the list of what could not be read", () => {
  it("says of each row where it stood, what was wrong, and what impact.com showed", () => {
    const row = { resource: "Contracts", id: "c1", field: "Status", problem: "missing", row: `{"Id":"c1"}` };
    const nameless = { ...row, resource: "Invoices", id: null, problem: "other-currency" };
    expect(lines(unreadCsv([row, nameless] as Parameters<typeof unreadCsv>[0], t))).toEqual([
      "List,ID,Field,Why,What impact.com showed",
      `Contracts,c1,Status,missing,"{""Id"":""c1""}"`,
      `Invoices,,Status,in another currency,"{""Id"":""c1""}"`,
    ]);
  });
});
