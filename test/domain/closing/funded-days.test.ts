import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const closure = (file: File, on: string) => closureReport(anAccount(file), { on: date(on) });
const item = (key: string, file: File, on: string) =>
  closure(file, on).checklist.find((each) => each.key === key);
const actionsOf = (file: File, on: string) => {
  const { status, funded } = item("pay-actions", file, on) ?? {};
  return [status, funded?.lastOn ?? null];
};
const invoice = (id: string, dueOn: string, total = "75.00") => ({
  ...{ id, dueOn, total },
  ...{ status: "PENDING" as const, paidOn: null },
});
/** Under the minimum charge of 30.00: no card charge covers it before a fee is added. */
const small = (trackedOn: string, locksOn: string) =>
  anAction({ trackedOn, locksOn, payout: "12.00", amount: "120.00" });
const names = (things: readonly { values?: object }[] = []) => things.map(({ values }) => values);

describe("the day on which the balance pays a locked action (D1)", () => {
  it("is the day it locks, on that day too", () => {
    expect(actionsOf({}, "2026-06-19")).toEqual(["open", null]);
    expect(actionsOf({}, "2026-06-20")).toEqual(["funded", "2026-06-20"]);
  });

  it("is later where the card was not charged for it, and then it is left until that day", () => {
    // Locks on 20 June; with the first fee of 30.00 on 1 July 42.00 are charged.
    const file: File = { actions: [small("2026-06-01", "2026-06-20")] };
    expect(actionsOf(file, "2026-06-30")).toEqual(["open", null]);
    expect(actionsOf(file, "2026-07-01")).toEqual(["funded", "2026-07-01"]);
  });

  it("is not made earlier by a fee that was deducted before", () => {
    // The 30.00 of 2 July are June's fee; the 12.00 that lock on 5 July wait for July's, on 1 August.
    const file: File = { actions: [small("2026-07-03", "2026-07-05")] };
    expect(actionsOf(file, "2026-07-10")).toEqual(["open", null]);
    expect(actionsOf(file, "2026-08-01")).toEqual(["funded", "2026-08-01"]);
  });

  it("is the day it locks where there is nothing to pay", () => {
    const free = anAction({ payout: "0.00" });
    expect(actionsOf({ actions: [free] }, "2026-07-02")).toEqual(["funded", "2026-06-20"]);
  });

  it("is looked for as far as the last lock, however far off it is", () => {
    const actions = [
      anAction({ id: "soon", locksOn: "2026-06-20" }),
      anAction({ id: "later", locksOn: "2026-12-01" }),
    ];
    // Both are charged when they are tracked, so that nothing but the lock itself holds the closing.
    expect(closure({ actions }, "2026-06-05").earliestClosing).toEqual({
      date: "2026-12-01",
      because: [
        { id: "core.earliest.locks", values: { action: "later", partner: "Blog", locksOn: "2026-12-01" } },
      ],
      mayMove: true,
    });
  });
});

describe("what locked before the balance was read (D4)", () => {
  const stated = (asOf: string, invoices: File["invoices"] = []): File => ({
    fundingBalance: { amount: "0.00", asOf },
    invoices,
  });

  it("is paid by it", () => {
    expect(actionsOf(stated("2026-07-02"), "2026-07-02")).toEqual(["funded", "2026-06-20"]);
    // A partner's invoice that is not late yet says nothing against it, up to the day it is due.
    const open = [invoice("I-1", "2026-07-02", "500.00")];
    expect(actionsOf(stated("2026-07-02", open), "2026-07-02")).toEqual(["funded", "2026-06-20"]);
  });

  it("is not, where any invoice is overdue", () => {
    const late = [invoice("I-1", "2026-07-01", "500.00"), invoice("I-2", "2026-08-16", "500.00")];
    expect(actionsOf(stated("2026-07-02", late), "2026-07-02")).toEqual(["open", null]);
  });

  it("is not known from a balance that is read later than the day asked for", () => {
    expect(actionsOf(stated("2026-07-10"), "2026-07-02")).toEqual(["open", null]);
  });

  it("is not what locks on that very day: the balance is that of its morning", () => {
    const file: File = { ...stated("2026-06-20"), actions: [small("2026-06-01", "2026-06-20")] };
    expect(actionsOf(file, "2026-06-21")).toEqual(["open", null]);
  });
});

describe("the invoices of what the balance paid (D1)", () => {
  const locked = (id: string, locksOn: string) => anAction({ id, trackedOn: "2026-05-13", locksOn });
  const two = [locked("a", "2026-05-20"), locked("b", "2026-06-20")];

  it("are those due first, as far as the sum reaches; the others are left", () => {
    const invoices = [invoice("I-1", "2026-08-16"), invoice("I-2", "2026-07-16")];
    const found = item("settle-invoices", { invoices }, "2026-07-02");
    expect(names(found?.funded?.things)).toMatchObject([{ invoice: "I-2", dueOn: "2026-07-16" }]);
    expect(names(found?.open)).toMatchObject([{ invoice: "I-1", dueOn: "2026-08-16" }]);
    // Only the one that is left holds the closing.
    expect(closure({ invoices }, "2026-07-02").earliestClosing).toMatchObject({
      date: "2026-08-16",
      because: [{ id: "core.earliest.invoice", values: { invoice: "I-1" } }],
    });
  });

  it("are said with the last day on which the balance paid and the last on which one is due", () => {
    const invoices = [invoice("I-1", "2026-08-16"), invoice("I-2", "2026-07-16")];
    const found = item("settle-invoices", { actions: two, invoices }, "2026-07-02");
    expect(found).toMatchObject({
      ...{ status: "funded", open: [] },
      funded: { lastOn: "2026-06-20", dueOn: "2026-08-16" },
    });
    expect(names(found?.funded?.things)).toMatchObject([{ invoice: "I-2" }, { invoice: "I-1" }]);
  });

  it("are among them on the day one is due, and never told as overdue too", () => {
    const found = item(
      "settle-invoices",
      { actions: two, invoices: [invoice("I-1", "2026-07-02")] },
      "2026-07-02",
    );
    expect(found).toMatchObject({ status: "funded", open: [], funded: { dueOn: "2026-07-02" } });
    expect(found).not.toHaveProperty("doubtful");
  });

  it("may be overdue ones that were due after the first of the actions locked", () => {
    const late = { ...invoice("I-1", "2026-06-16"), status: "OVERDUE" as const };
    const found = item("settle-invoices", { actions: two, invoices: [late] }, "2026-07-02");
    expect(names(found?.doubtful?.things)).toMatchObject([{ invoice: "I-1", dueOn: "2026-06-16" }]);
  });

  it("are none where it paid nothing, not even one of nothing", () => {
    const found = item(
      "settle-invoices",
      { actions: [], invoices: [invoice("I-1", "2026-07-16", "0.00")] },
      "2026-07-02",
    );
    expect(found).toMatchObject({ status: "open", open: [{ values: { invoice: "I-1" } }] });
    expect(found).not.toHaveProperty("funded");
  });

  it("are not known where no invoice is", () => {
    const found = item("settle-invoices", { invoices: null }, "2026-07-02");
    expect([found?.status, found?.open, found?.funded]).toEqual(["unknown", [], undefined]);
    expect(actionsOf({ invoices: null }, "2026-07-02")).toEqual(["funded", "2026-06-20"]);
  });
});
