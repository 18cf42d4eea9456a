import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const closure = (file: Partial<AccountFileJson>, on = "2026-05-20") =>
  closureReport(anAccount(file), { on: date(on) });
const untouched: Partial<AccountFileJson> = {
  actions: [],
  trialEndsOn: "2026-06-10",
  card: { everCharged: false },
};

describe("cancelling the trial", () => {
  it("is the route when all three conditions hold, on the trial's last day too", () => {
    expect(closure(untouched)).toMatchObject({
      route: "trial-cancel",
      trial: { eligible: true, status: "yes", unmet: [] },
    });
    expect(closure(untouched, "2026-06-10").route).toBe("trial-cancel");
    expect(closure(untouched).assumptions).toEqual(expect.arrayContaining(["G14", "G15", "G16"]));
  });

  it.each([
    ["the trial is over", untouched, "2026-06-11", "no", "core.trial.over"],
    [
      "its end is not known",
      { ...untouched, trialEndsOn: null },
      "2026-05-20",
      "unknown",
      "core.trial.endUnknown",
    ],
    [
      "the card was charged",
      { ...untouched, card: { everCharged: true } },
      "2026-05-20",
      "no",
      "core.trial.cardCharged",
    ],
    [
      "nobody knows about the card",
      { ...untouched, card: { everCharged: null } },
      "2026-05-20",
      "unknown",
      "core.trial.cardUnknown",
    ],
    ["a fee is due", { ...untouched, trialEndsOn: "2026-08-01" }, "2026-07-01", "no", "core.trial.feeDue"],
    [
      "an action was tracked",
      { ...untouched, actions: [anAction({ trackedOn: "2026-05-15" })] },
      "2026-05-20",
      "no",
      "core.trial.costs",
    ],
    [
      "an action was tracked and reversed (G13)",
      {
        ...untouched,
        actions: [anAction({ trackedOn: "2026-05-15", state: "REVERSED", reversedOn: "2026-05-16" })],
      },
      "2026-05-20",
      "no",
      "core.trial.reversedCosts",
    ],
    [
      "the actions are not known",
      { ...untouched, actions: null },
      "2026-05-20",
      "unknown",
      "core.trial.actionsUnknown",
    ],
    [
      "it is not a Starter account",
      { ...untouched, edition: "essentials" as const },
      "2026-05-20",
      "no",
      "core.trial.onlyStarter",
    ],
  ])("is not possible when %s", (_, file, on, status, reason) => {
    const report = closure(file, on);
    expect(report).toMatchObject({ route: "ticket", trial: { eligible: false, status } });
    expect(report.trial.unmet.map((note) => note.id)).toEqual([reason]);
  });
});

it("names nothing unknown as a reason once something known stands against cancelling", () => {
  const file = {
    ...untouched,
    trialEndsOn: null,
    card: { everCharged: null },
    actions: [anAction({ trackedOn: "2026-05-15" })],
  };
  const { trial } = closure(file, "2026-05-20");
  expect([trial.status, trial.unmet.map(({ id }) => id)]).toEqual(["no", ["core.trial.costs"]]);
});

describe("the checklist", () => {
  const open: Partial<AccountFileJson> = {
    contracts: [
      { id: "S-2", partner: "Blog", status: "ACTIVE", endsOn: null },
      { id: "S-1", partner: "Shop", status: "UPCOMING", endsOn: null },
      { id: "S-0", partner: "Old", status: "EXPIRED", endsOn: "2026-05-13" },
    ],
    invoices: [{ id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "OVERDUE", paidOn: null }],
    catalogs: [
      { id: "C-1", name: "Main", status: "ACTIVE" },
      { id: "C-2", name: "Gone", status: "CLOSED" },
    ],
    fundingBalance: { amount: "0.00", asOf: "2026-06-05" },
  };
  const statuses = (file: Partial<AccountFileJson>, on = "2026-06-05") =>
    Object.fromEntries(closure(file, on).checklist.map((item) => [item.key, item.status]));

  it("of Starter follows S0 and only recommends what S1 adds (G17)", () => {
    const items = closure(open, "2026-06-05").checklist;
    expect(items.map((item) => [item.key, item.status, item.blocking])).toEqual([
      ["expire-contracts", "open", true],
      ["settle-invoices", "open", true],
      ["pay-actions", "open", true],
      ["contact-support", "unknown", true],
      ["delete-catalogs", "open", false],
      ["refund-form", "unknown", false],
    ]);
    expect(items[0]?.open.map((note) => [note.id, note.values?.contract])).toEqual([
      // A contract that has not begun is not active.
      ["core.checklist.switch", "S-1"],
      ["core.checklist.contract", "S-2"],
    ]);
  });

  it("of Starter is done when nothing is left", () => {
    expect(statuses({ actions: [] })).toMatchObject({
      "expire-contracts": "done",
      "settle-invoices": "done",
      "pay-actions": "done",
      "delete-catalogs": "done",
    });
  });

  it("does not call done what is not known", () => {
    expect(statuses({ contracts: null, invoices: null, actions: null, catalogs: null })).toMatchObject({
      "expire-contracts": "unknown",
      "settle-invoices": "unknown",
      "pay-actions": "unknown",
      "delete-catalogs": "unknown",
    });
  });

  it("of another brand follows S1's steps; the form alone holds nothing up, it is for a balance that is left", () => {
    const items = closure({ ...open, edition: "essentials" }, "2026-06-05").checklist;
    expect(items.map((item) => [item.key, item.status, item.blocking])).toEqual([
      ["expire-contracts", "open", true],
      ["withdraw-switches", "open", true],
      ["settle-pending-actions", "open", true],
      ["cover-required-funding", "open", true],
      ["settle-invoices", "open", true],
      ["refund-form", "unknown", false],
      ["delete-catalogs", "open", true],
      ["wait-for-last-lock", "open", true],
      ["contact-support", "unknown", true],
    ]);
  });

  it("of a brand names what the balance lacks for what is owed", () => {
    // 75 owed, 10 in the account: 65 is missing until the card is charged.
    const items = closure(
      { edition: "essentials", fundingBalance: { amount: "10.00", asOf: "2026-06-05" } },
      "2026-06-05",
    );
    expect(items.checklist.find((item) => item.key === "cover-required-funding")).toMatchObject({
      status: "open",
      open: [{ id: "core.checklist.shortfall", values: { missingAmount: "65.00", currency: "USD" } }],
    });
    expect(statuses({ edition: "essentials", fundingBalance: null })).toMatchObject({
      "cover-required-funding": "unknown",
    });
  });

  it("of a partner follows S2 and takes the balance from the file", () => {
    const partner = (amount: string | null): Partial<AccountFileJson> => ({
      kind: "partner",
      actions: [],
      fundingBalance: amount === null ? null : { amount, asOf: "2026-06-05" },
    });
    const items = closure(partner("0.00"), "2026-06-05").checklist;
    expect(items.map((item) => [item.key, item.status, item.blocking])).toEqual([
      ["expire-contracts", "done", true],
      ["no-funds", "done", true],
      ["paystub-or-forfeit", "done", true],
      ["contact-support", "unknown", true],
    ]);
    expect(statuses(partner("5.00"))).toMatchObject({ "no-funds": "open", "paystub-or-forfeit": "open" });
    expect(statuses(partner(null))).toMatchObject({ "no-funds": "unknown", "paystub-or-forfeit": "unknown" });
  });
});
