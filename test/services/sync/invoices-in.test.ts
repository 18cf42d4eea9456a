import { describe, expect, it } from "vitest";
import type { ListedInvoice } from "#app/ports/index.ts";
import { invoicesIn } from "#app/services/sync/invoices-in.ts";

const invoice = (id: string, currency: string | null, total = "30.00"): ListedInvoice => ({
  item: { id, dueOn: "2026-07-01", total, status: "PENDING", paidOn: null },
  currency,
});
const kept = (id: string) => ({
  id,
  dueOn: "2026-07-01",
  total: "30.00",
  status: "PENDING",
  paidOn: null,
});

describe("the invoices of an account in dollars", () => {
  it("are those in dollars, and those that name no currency", () => {
    const read = invoicesIn("USD", {
      outcome: "read",
      value: [invoice("i-1", "USD"), invoice("i-2", null)],
    });
    expect(read).toEqual({ outcome: "read", value: [kept("i-1"), kept("i-2")], aside: [] });
  });

  it("never hold one in euros: it is set aside with the words to show, beside what could not be read", () => {
    const unread = {
      id: "i-0",
      field: "LineItems[].DueDate",
      problem: "not-understood",
      row: "{}",
    } as const;
    const read = invoicesIn("USD", {
      outcome: "read",
      value: [invoice("i-1", "EUR"), invoice("i-2", "USD")],
      aside: [unread],
    });
    expect(read).toEqual({
      outcome: "read",
      value: [kept("i-2")],
      aside: [
        unread,
        {
          id: "i-1",
          field: "Currency",
          problem: "other-currency",
          row: '{"id":"i-1","dueOn":"2026-07-01","total":"30.00","status":"PENDING","paidOn":null,"currency":"EUR"}',
        },
      ],
    });
  });

  it("are unknown where all are in another currency: the account is not what it was taken for", () => {
    const read = invoicesIn("USD", {
      outcome: "read",
      value: [invoice("i-1", "EUR"), invoice("i-2", "GBP")],
    });
    expect(read).toEqual({ outcome: "mixed-currencies", expected: "USD", found: "EUR" });
  });

  it("are none where there are none, which is no other currency", () => {
    expect(invoicesIn("USD", { outcome: "read", value: [] })).toEqual({
      outcome: "read",
      value: [],
      aside: [],
    });
  });

  it("stay unknown for the reason impact.com gave", () => {
    const failure = { outcome: "forbidden", resource: "Invoices" } as const;
    expect(invoicesIn("USD", failure)).toEqual({ outcome: "forbidden", resource: "Invoices" });
  });
});
