import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport, statementReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };
const closure = (file: Partial<AccountFileJson>, on: string) =>
  closureReport(anAccount(file), { on: date(on) });
const item = (report: ReturnType<typeof closure>, key: string) =>
  report.checklist.find((each) => each.key === key);

describe("what the balance paid at locking (D1)", () => {
  // S3's story: 75.00 charged on 30 May, deducted on 20 June; impact.com shows neither a payment nor a paid invoice.
  const story = () => closure({ invoices: [invoice] }, "2026-07-02");

  it("is Funded, with the day of the ledger's deduction, and is neither left nor done", () => {
    const { days } = statementReport(anAccount(), {
      from: date("2026-05-12"),
      to: date("2026-07-02"),
      on: date("2026-07-02"),
      everyDay: false,
    });
    expect(days.find(({ deduction }) => deduction === "75.00")?.date).toBe("2026-06-20");
    expect(item(story(), "pay-actions")).toMatchObject({
      status: "funded",
      open: [],
      funded: { lastOn: "2026-06-20", things: [{ id: "core.checklist.funded" }] },
    });
  });

  it("leaves its open invoice out of what is left, and says that it is open and due", () => {
    expect(item(story(), "settle-invoices")).toMatchObject({
      status: "funded",
      open: [],
      funded: { lastOn: "2026-06-20", dueOn: "2026-07-16" },
    });
  });

  it("holds nothing up, and asks for nothing more before the refund", () => {
    expect(story().earliestClosing).toEqual({
      date: "2026-07-02",
      because: [{ id: "core.earliest.nothingHolds" }],
      mayMove: false,
    });
    expect(story().refund.text).toEqual({ id: "core.refund.text.paid" });
  });

  it("lets an account close on the last lock while the actions are pending", () => {
    expect(closure({}, "2026-06-05").earliestClosing.date).toBe("2026-06-20");
  });
});

describe("an overdue invoice", () => {
  const late = { ...invoice, status: "OVERDUE" as const };
  const left = (file: Partial<AccountFileJson>) => item(closure(file, "2026-07-20"), "settle-invoices");

  it("is left, whatever the statement says, with what speaks against it", () => {
    expect(left({ invoices: [late] })).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.invoice", values: { invoice: "I-1" } }],
      doubtful: {
        lastOn: "2026-06-20",
        dueOn: "2026-07-16",
        things: [{ id: "core.checklist.invoiceFunded", values: { invoice: "I-1" } }],
      },
    });
  });

  it("is of other actions where it was due before one locked, or is more than the balance paid", () => {
    expect(left({ invoices: [{ ...late, dueOn: "2026-06-20" }] })).not.toHaveProperty("doubtful");
    expect(left({ invoices: [{ ...late, total: "75.01" }] })).not.toHaveProperty("doubtful");
    // The one to come is taken for theirs first.
    const toCome = { ...invoice, id: "I-2", dueOn: "2026-08-16" };
    expect(left({ invoices: [late, toCome] })).toMatchObject({ funded: { dueOn: "2026-08-16" } });
    expect(left({ invoices: [late, toCome] })).not.toHaveProperty("doubtful");
  });
});

describe("what the balance did not pay", () => {
  it("is left while impact.com says that an invoice is overdue, whatever balance is stated today", () => {
    const late = { ...invoice, dueOn: "2026-06-30", status: "OVERDUE" as const };
    const report = closure(
      { invoices: [late], fundingBalance: { amount: "0.00", asOf: "2026-07-02" } },
      "2026-07-02",
    );
    expect(item(report, "pay-actions")).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.unpaid" }],
    });
    expect(item(report, "settle-invoices")).toMatchObject({ status: "open" });
  });

  it("waits for the invoice of its month where it is under the minimum charge (D18)", () => {
    // 12.00 is under the minimum charge of 30.00, so that no card charge covers it before the fee of 1 July.
    const small = anAction({ payout: "12.00" });
    const { earliestClosing } = closure(
      {
        actions: [small],
        invoices: [{ ...invoice, status: "PAID", paidOn: "2026-07-01", dueOn: "2026-06-16" }],
      },
      "2026-06-05",
    );
    expect(earliestClosing).toMatchObject({
      date: "2026-07-16",
      because: [
        {
          id: "core.earliest.invoiceToCome",
          values: { locksOn: "2026-06-20", invoicedOn: "2026-07-01", dueOn: "2026-07-16" },
        },
      ],
    });
  });

  it("is everything locked where the balance is not known", () => {
    const report = closure({ fundingBalance: null, invoices: [invoice] }, "2026-07-02");
    expect([item(report, "pay-actions")?.status, report.earliestClosing.date]).toEqual([
      "open",
      "2026-07-16",
    ]);
  });

  it("is every locked action of an edition that is not funded by card at locking", () => {
    const report = closure({ edition: "essentials", invoices: [invoice] }, "2026-07-02");
    expect([item(report, "wait-for-last-lock")?.status, report.earliestClosing.date]).toEqual([
      "done",
      "2026-07-16",
    ]);
  });
});
