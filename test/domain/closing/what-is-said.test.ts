import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const closure = (file: File, on: string) => closureReport(anAccount(file), { on: date(on) });

const PENDING = anAction({ id: "pending", trackedOn: "2026-05-14", locksOn: "2026-09-01" });
const PAID = anAction({
  ...{ id: "paid", state: "APPROVED", trackedOn: "2026-05-13" },
  ...{ locksOn: "2026-05-20", clearedOn: "2026-05-21" },
});
const UNPAID = anAction({ id: "unpaid", trackedOn: "2026-05-13", locksOn: "2026-05-20" });
const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };
const contract = { id: "S-1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };
// Sign-up on 12 May 2026: 9 June is day 29, 10 June day 30, 11 June day 31 (both ends counted, G23).
const [DAY_29, DAY_30, DAY_31] = ["2026-06-09", "2026-06-10", "2026-06-11"];
const KEPT = { id: "core.refund.warning.feesKept" };

describe("what is said of the refund", () => {
  it.each<[number, string, AccountFileJson["actions"], string]>([
    [1, DAY_29, [], "A"],
    [2, DAY_29, [PENDING], "pending"],
    [3, DAY_29, [PAID], "paid"],
    [4, DAY_29, [PAID, PENDING], "both"],
    [5, DAY_30, [], "day30"],
    [6, DAY_30, [PENDING], "pending"],
    [7, DAY_30, [UNPAID], "locked"],
    [8, DAY_30, [UNPAID, PENDING], "both"],
    [9, DAY_31, [], "B"],
    [10, DAY_31, [PENDING], "pending"],
    [11, DAY_31, [PAID], "paid"],
    [11, DAY_31, [PAID, UNPAID], "locked"],
    [12, DAY_31, [PAID, PENDING], "both"],
  ])("of row %i on %s (%#)", (row, on, actions, text) => {
    // Without a balance nobody can say that it has paid what locked (D1).
    const { refund, assumptions } = closure({ actions, fundingBalance: null }, on);
    expect([refund.row, refund.text]).toEqual([row, { id: `core.refund.text.${text}` }]);
    // Gaps between S0's texts, and what a promise below the full one assumes.
    const isBetween = [2, 3, 5, 6, 7, 8].includes(row);
    expect([assumptions.includes("G21"), assumptions.includes("G22")]).toEqual([isBetween, row !== 1]);
    expect(assumptions).toEqual(expect.arrayContaining(["G23", "G26"]));
  });

  it("warns that a closing comes too late for the full one", () => {
    const { refund } = closure({ actions: [], invoices: [{ ...invoice, dueOn: DAY_31 }] }, "2026-05-20");
    expect(refund.warnings).toEqual([
      { id: "core.refund.warning.closesLate", values: { lastOn: DAY_29, closesOn: DAY_31 } },
    ]);
    expect(closure({ actions: [] }, DAY_31).refund.warnings).toEqual([KEPT]);
    expect(closure({ kind: "partner", actions: [] }, DAY_31).refund.warnings).toEqual([]);
  });

  it.each<[string, File, string | null]>([
    ["ten business days after it", {}, "2026-06-29"],
    ["unknown for an edition S0 does not speak of", { edition: "essentials" }, null],
    ["unknown for a partner", { kind: "partner" }, null],
  ])("is by when it comes: %s", (_, file, refundBy) => {
    // From Thursday 11 June 2026 on: 12, 15, 17 (the 16th is a South African holiday), 18 (the 19th a US one),
    // 22 to 26 are nine; Monday 29 June would be the tenth.
    const by = closure({ actions: [], ...file }, DAY_31).refund.refundBy;
    expect(by).toBe(refundBy);
  });
});

describe("what is said of the trial", () => {
  const untouched: File = { actions: [], trialEndsOn: "2026-08-01", card: { everCharged: false } };

  it("is possible until the day before the first fee is due", () => {
    expect(closure(untouched, "2026-06-30").trial).toEqual({
      ...{ eligible: true, status: "yes", unmet: [] },
      conditions: [
        { key: "in-trial", state: "met" },
        { key: "card-untouched", state: "met" },
        { key: "no-actions", state: "met" },
      ],
    });
  });

  it.each<[string, File, object]>([
    ["2026-07-01", untouched, { id: "core.trial.feeDue", values: { chargedOn: "2026-07-01" } }],
    [
      "2026-06-11",
      { ...untouched, trialEndsOn: "2026-06-10" },
      { id: "core.trial.over", values: { endedOn: "2026-06-10" } },
    ],
    [
      "2026-06-11",
      { ...untouched, actions: [PAID, PENDING] },
      { id: "core.trial.costs", values: { count: 2 } },
    ],
    ["2026-06-11", { ...untouched, kind: "partner" }, { id: "core.trial.onlyStarter" }],
  ])("on %s names what stands against it (%#)", (on, file, note) => {
    expect(closure(file, on).trial.unmet).toEqual([note]);
  });
});

describe("what is said of the earliest closing", () => {
  const because = (file: File, on: string) => closure(file, on).earliestClosing;

  it.each<[string, File, string, string | null, object[]]>([
    [
      "a lock to come",
      { actions: [PENDING] },
      DAY_31,
      "2026-09-01",
      [{ id: "core.earliest.locks", values: { action: "pending", partner: "Blog", locksOn: "2026-09-01" } }],
    ],
    [
      "a lock nobody dates",
      { actions: [anAction({ locksOn: null })] },
      DAY_31,
      null,
      [{ id: "core.earliest.openEnded", values: { action: "1000.1.1", partner: "Blog" } }],
    ],
    [
      "a payment to come",
      {
        edition: "essentials",
        actions: [anAction({ state: "APPROVED", locksOn: "2026-06-01", clearedOn: "2026-07-20" })],
      },
      DAY_31,
      "2026-07-20",
      [{ id: "core.earliest.clears", values: { action: "1000.1.1", clearedOn: "2026-07-20" } }],
    ],
    [
      "an invoice to come",
      { actions: [], invoices: [invoice] },
      DAY_31,
      "2026-07-16",
      [{ id: "core.earliest.invoice", values: { invoice: "I-1", dueOn: "2026-07-16" } }],
    ],
    [
      "an invoice that will be paid on another day than it is due",
      { actions: [], invoices: [{ ...invoice, status: "PAID", paidOn: "2026-07-10" }] },
      DAY_31,
      "2026-07-10",
      [{ id: "core.earliest.invoice", values: { invoice: "I-1", dueOn: "2026-07-16" } }],
    ],
    [
      "an invoice that is late and can be paid today",
      { actions: [], invoices: [{ ...invoice, dueOn: "2026-06-10" }] },
      DAY_31,
      DAY_31,
      [{ id: "core.earliest.invoiceLate", values: { invoice: "I-1", dueOn: "2026-06-10" } }],
    ],
    [
      "an invoice that is due today",
      { actions: [], invoices: [{ ...invoice, dueOn: DAY_31 }] },
      DAY_31,
      DAY_31,
      [{ id: "core.earliest.invoice", values: { invoice: "I-1", dueOn: DAY_31 } }],
    ],
    [
      "contracts that run",
      { actions: [], contracts: [contract] },
      DAY_31,
      DAY_31,
      [{ id: "core.earliest.contractsRun" }],
    ],
    [
      "contracts nobody knows",
      { actions: [], contracts: null },
      DAY_31,
      DAY_31,
      [{ id: "core.earliest.contractsUnknown" }],
    ],
    [
      "rows that could not be read",
      { actions: [], unread: { catalogs: 2 } },
      DAY_31,
      DAY_31,
      [{ id: "core.unread.catalogs", values: { count: 2 } }],
    ],
  ])("%s holds it", (_, file, on, day, notes) => {
    expect(because(file, on)).toEqual({ date: day, because: notes, mayMove: true });
  });

  it("is the later of two, by whichever holds longer", () => {
    expect(because({ actions: [PENDING], invoices: [invoice] }, DAY_31)).toMatchObject({
      date: "2026-09-01",
      because: [{ id: "core.earliest.locks" }],
    });
  });

  it("is that nothing holds it only where no task is left that impact.com waits for (G17)", () => {
    const catalogs = [{ id: "C-1", name: "Main", status: "ACTIVE" as const }];
    const ids = (file: File) => because({ actions: [], ...file }, DAY_31).because.map(({ id }) => id);
    expect(ids({})).toEqual(["core.earliest.nothingHolds"]);
    // Catalogs are only recommended on Starter.
    expect(ids({ catalogs })).toEqual(["core.earliest.nothingHolds"]);
    expect(ids({ edition: "essentials", catalogs })).toEqual(["core.earliest.tasksLeft"]);
    expect(ids({ edition: "essentials", catalogs: null })).toEqual(["core.earliest.tasksLeft"]);
  });
});
