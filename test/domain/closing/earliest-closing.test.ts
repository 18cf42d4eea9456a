import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const earliest = (file: File, on: string) => closureReport(anAccount(file), { on: date(on) }).earliestClosing;
const toCome = (locksOn: string, invoicedOn: string, dueOn: string) => ({
  id: "core.earliest.invoiceToCome",
  values: { locksOn, invoicedOn, dueOn },
});

/** Under the minimum charge of 30.00: no card charge covers it before a fee is added. */
const small = (id: string, locksOn: string | null) =>
  anAction({ id, trackedOn: "2026-05-13", locksOn, payout: "12.00", amount: "120.00" });
/** Paid, and due on the 16th of its month: invoices to come are taken to be due as late (D18). */
const onThe16th = {
  ...{ id: "I-1", dueOn: "2026-05-16", total: "5.00" },
  ...{ status: "PAID" as const, paidOn: "2026-05-16" },
};

describe("a commission that the balance does not cover when it locks", () => {
  it("holds the closing until the balance covers it, where that is later than its invoice (D1)", () => {
    // Locks on 20 May, invoiced on 1 June; with the first fee of 30.00 on 1 July 42.00 are charged.
    expect(earliest({ actions: [small("a", "2026-05-20")] }, "2026-05-15")).toEqual({
      date: "2026-07-01",
      because: [toCome("2026-05-20", "2026-06-01", "2026-06-01")],
      mayMove: true,
    });
  });

  it("holds it until the invoice is due, where that is later (D18)", () => {
    const file: File = { actions: [small("a", "2026-06-20")], invoices: [onThe16th] };
    expect(earliest(file, "2026-06-05")).toMatchObject({
      date: "2026-07-16",
      because: [toCome("2026-06-20", "2026-07-01", "2026-07-16")],
    });
  });

  it("is said once, of the one that holds longest, and of equals of the one that locks last", () => {
    // Three of 9.00 are under the minimum charge together, too.
    const actions = [small("a", "2026-05-20"), small("b", "2026-06-18"), small("c", "2026-06-20")].map(
      (action) => ({ ...action, payout: "9.00" }),
    );
    // Those of June are due on 16 July; that of May is covered on 1 July.
    expect(earliest({ actions, invoices: [onThe16th] }, "2026-05-15")).toMatchObject({
      date: "2026-07-16",
      because: [toCome("2026-06-20", "2026-07-01", "2026-07-16")],
    });
  });

  it("is due with its invoice's 1st where no invoice is known to go by", () => {
    const { date: day, because } = earliest(
      { actions: [small("a", "2026-06-20")], invoices: null },
      "2026-06-05",
    );
    expect([day, because]).toEqual([
      null,
      [
        { id: "core.earliest.locks", values: { action: "a", partner: "Blog", locksOn: "2026-06-20" } },
        toCome("2026-06-20", "2026-07-01", "2026-07-01"),
        { id: "core.earliest.invoicesUnknown" },
      ],
    ]);
  });
});

describe("a locked action that is not paid", () => {
  const locked = (id: string, locksOn: string, clearedOn: string | null = null) =>
    anAction({ id, state: "APPROVED", trackedOn: "2026-05-13", locksOn, clearedOn });

  it("holds the closing until the last day of payment, and only those of that day are named", () => {
    // The one that locked last is paid last, but not the one that locked second.
    const actions = [
      locked("a", "2026-06-10", "2026-07-25"),
      locked("b", "2026-06-05", "2026-07-18"),
      locked("c", "2026-06-01", "2026-07-20"),
    ];
    expect(earliest({ edition: "essentials", actions }, "2026-06-11")).toEqual({
      date: "2026-07-25",
      because: [{ id: "core.earliest.clears", values: { action: "a", clearedOn: "2026-07-25" } }],
      mayMove: true,
    });
  });

  it("waits for the invoice to come of the month it locked in (D18)", () => {
    // Nothing is known of the balance. Locked on 20 June, invoiced on 1 July.
    const file: File = {
      fundingBalance: null,
      actions: [locked("a", "2026-06-20"), locked("b", "2026-06-18")],
      invoices: [onThe16th],
    };
    expect(earliest(file, "2026-06-25")).toEqual({
      date: "2026-07-16",
      because: [toCome("2026-06-20", "2026-07-01", "2026-07-16")],
      mayMove: true,
    });
  });

  it("is paid nobody knows when, once the day of that invoice has come without one", () => {
    const file: File = {
      fundingBalance: null,
      actions: [locked("a", "2026-06-20")],
      invoices: [onThe16th],
    };
    const unpaid = { id: "core.earliest.unpaid", values: { action: "a", partner: "Blog" } };
    expect(earliest(file, "2026-07-15").date).toBe("2026-07-16");
    expect(earliest(file, "2026-07-16")).toEqual({ date: null, because: [unpaid], mayMove: true });
  });

  it("is taken to be paid with the invoices that are open, however long ago it locked", () => {
    const open = { ...onThe16th, id: "I-2", dueOn: "2026-08-16", status: "PENDING" as const, paidOn: null };
    const file: File = { fundingBalance: null, actions: [locked("a", "2026-05-20")], invoices: [open] };
    expect(earliest(file, "2026-07-20")).toEqual({
      date: "2026-08-16",
      because: [{ id: "core.earliest.invoice", values: { invoice: "I-2", dueOn: "2026-08-16" } }],
      mayMove: true,
    });
  });

  it("is paid nobody knows when, where the invoices are not known either", () => {
    const file: File = { fundingBalance: null, actions: [locked("a", "2026-05-20")], invoices: null };
    expect(earliest(file, "2026-07-20")).toEqual({
      date: null,
      because: [
        { id: "core.earliest.unpaid", values: { action: "a", partner: "Blog" } },
        { id: "core.earliest.invoicesUnknown" },
      ],
      mayMove: true,
    });
  });

  it("of a partner holds the closing whatever balance is stated: no statement pays it (S2)", () => {
    const file: File = {
      kind: "partner",
      fundingBalance: { amount: "0.00", asOf: "2026-05-12" },
      actions: [locked("a", "2026-05-20", "2026-08-01")],
    };
    expect(earliest(file, "2026-06-11").date).toBe("2026-08-01");
  });
});
