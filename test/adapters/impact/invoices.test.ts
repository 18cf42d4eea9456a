import { HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { CREDENTIALS, impactGet, listBody } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const line = (Status: string, due = "16", paid: string | null = null) => ({
  Status,
  DueDate: `2026-07-${due}T00:00:00-04:00`,
  PaidDate: paid && `2026-07-${paid}T09:00:00-04:00`,
});
const invoice = (...LineItems: unknown[]) => ({ Id: "1299679-33", TotalAmount: "65.00", LineItems });
const read = async (body: object) => {
  server.use(impactGet("Invoices", () => HttpResponse.json(body)));
  return aClient().api.readInvoices(CREDENTIALS);
};

describe("an invoice", () => {
  it.each([
    [
      "paid with its last line",
      [line("PAID", "16", "17"), line("PAID", "20", "19")],
      "PAID",
      "2026-07-16",
      "2026-07-19",
    ],
    [
      "pending while one line is",
      [line("PAID", "01", "02"), line("PENDING", "20")],
      "PENDING",
      "2026-07-20",
      null,
    ],
    [
      "overdue when one line is",
      [line("PENDING", "01"), line("OVERDUE", "16")],
      "OVERDUE",
      "2026-07-16",
      null,
    ],
    [
      "due with the first of its worst lines",
      [line("PENDING", "20"), line("PENDING", "18")],
      "PENDING",
      "2026-07-18",
      null,
    ],
    [
      "open with a line in a status never seen",
      [line("PAID", "01", "02"), line("DISPUTED")],
      "PENDING",
      "2026-07-16",
      null,
    ],
    [
      "due with any line when the worst names no day",
      [line("PAID", "03"), { ...line("OVERDUE"), DueDate: "" }],
      "OVERDUE",
      "2026-07-03",
      null,
    ],
    [
      "paid on an unknown day when a line does not say",
      [line("PAID", "16", "17"), line("PAID")],
      "PAID",
      "2026-07-16",
      null,
    ],
  ])("is %s", async (_name, lines, status, dueOn, paidOn) => {
    expect(await read(listBody("Invoices", [invoice(...lines)]))).toEqual({
      outcome: "read",
      value: [
        { id: "1299679-33", item: { id: "1299679-33", total: "65", status, dueOn, paidOn }, currency: null },
      ],
    });
  });

  it.each([
    ["TotalAmount", { ...invoice(line("PAID")), TotalAmount: null }],
    ["LineItems", { ...invoice(), LineItems: null }],
    ["LineItems[]", invoice()],
    ["LineItems[].DueDate", invoice({ ...line("PAID"), DueDate: "" })],
    ["LineItems[].Status", invoice({ ...line("PAID"), Status: undefined })],
  ])("without a valid %s is set aside and hides no other", async (field, row) => {
    const other = { ...invoice(line("PAID", "16", "17")), Id: "other" };
    expect(await read(listBody("Invoices", [row, other]))).toMatchObject({
      outcome: "read",
      value: [{ id: "other" }],
      aside: [{ id: "1299679-33", field, problem: "missing" }],
    });
  });

  it("may be a credit note, and its one line may come without a list around it", async () => {
    const row = { ...invoice(), TotalAmount: -12.5, LineItems: line("PAID", "16", "17") };
    expect(await read(listBody("Invoices", [row]))).toMatchObject({
      value: [{ item: { total: "-12.5", status: "PAID" } }],
    });
  });

  it("is also read from a list without paging fields, which the invoices document does not promise", async () => {
    expect(await read({ Invoices: [invoice(line("PAID"))] })).toMatchObject({
      outcome: "read",
      value: [{ item: { id: "1299679-33" } }],
    });
  });
});
