import { describe, expect, it } from "vitest";
import { type AccountFileJson, closureReport } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

type File = Partial<AccountFileJson>;
const closure = (file: File, on: string) => closureReport(anAccount(file), { on: date(on) });

// Sign-up on 12 May 2026: 20 May is day 9, 11 June day 31 (both ends counted, G23).
const [DAY_9, DAY_31] = ["2026-05-20", "2026-06-11"];
const PENDING = anAction({ id: "pending", trackedOn: "2026-05-14", locksOn: "2026-09-01" });
const PAID = anAction({
  ...{ id: "paid", state: "APPROVED", trackedOn: "2026-05-13" },
  ...{ locksOn: "2026-05-20", clearedOn: "2026-05-21" },
});

describe("what a closing assumes (domain.md 8)", () => {
  // Always: days, catalogs and form, business days, the closing month, deleted catalogs; trial; when to send.
  it.each<[string, File, string, string[]]>([
    [
      "B on day 31: the balance pays at locking, a fee is taken off",
      { actions: [] },
      DAY_31,
      ["G5", "G9", "G12", "G13", "G17", "G20", "G22", "G23", "G25", "G26", "G27", "G28"],
    ],
    [
      "A on day 9",
      { actions: [] },
      DAY_9,
      ["G5", "G9", "G12", "G13", "G17", "G20", "G23", "G25", "G26", "G27", "G28"],
    ],
    [
      "a trial that can be cancelled: its end, its proof and a return",
      { actions: [], trialEndsOn: "2026-06-10", card: { everCharged: false } },
      DAY_9,
      ["G5", "G9", "G12", "G13", "G14", "G15", "G16", "G17", "G20", "G23", "G25", "G26", "G27", "G28"],
    ],
    [
      "another edition: the later of lock and payment",
      { actions: [], edition: "essentials" },
      DAY_31,
      ["G5", "G12", "G13", "G17", "G20", "G22", "G24", "G25", "G26", "G27", "G28"],
    ],
    [
      "a partner",
      { actions: [], kind: "partner" },
      DAY_31,
      ["G5", "G12", "G13", "G17", "G20", "G22", "G24", "G25", "G26", "G27", "G28"],
    ],
    [
      "unknown actions: the lower promise",
      { actions: null },
      DAY_31,
      ["G5", "G12", "G13", "G17", "G20", "G21", "G22", "G24", "G25", "G26", "G27", "G28"],
    ],
  ])("in the case of %s", (_, file, on, assumptions) => {
    expect(closure(file, on).assumptions).toEqual(assumptions);
  });
});

describe("actions that could not be read", () => {
  const untouched: File = { actions: [], trialEndsOn: "2026-08-01", card: { everCharged: false } };
  const UNKNOWN = {
    ...{ scenario: "C", literal: "unknown", row: null },
    text: { id: "core.refund.text.unknown" },
  };

  it.each<NonNullable<File["unread"]>>([{ actions: 1 }, { programs: 1 }])(
    "leave it open whether the trial can be cancelled and what is given back (%o)",
    (unread) => {
      const { trial, refund, route } = closure({ ...untouched, unread }, DAY_9);
      expect(trial).toEqual({
        ...{ eligible: false, status: "unknown", unmet: [{ id: "core.trial.actionsUnknown" }] },
        conditions: [
          { key: "in-trial", state: "met" },
          { key: "card-untouched", state: "met" },
          { key: "no-actions", state: "unknown" },
        ],
      });
      expect([route, refund]).toMatchObject(["ticket", UNKNOWN]);
    },
  );

  it("change no promise where some have locked and some have not: there is none below it", () => {
    expect(closure({ actions: [PAID, PENDING], unread: { actions: 1 } }, DAY_31).refund).toMatchObject({
      ...{ scenario: "C", literal: "C", row: 12 },
      text: { id: "core.refund.text.both" },
    });
  });

  it("may be of the other kind where all that were read are of one", () => {
    const refund = (actions: File["actions"]) => closure({ actions, unread: { actions: 1 } }, DAY_31).refund;
    expect(refund([PAID])).toMatchObject(UNKNOWN);
    expect(refund([PENDING])).toMatchObject(UNKNOWN);
  });

  it("do not matter where rows of another list could not be read", () => {
    expect(closure({ actions: [], unread: { catalogs: 1 } }, DAY_31).refund).toMatchObject({ row: 9 });
  });
});

describe("the conditions of the trial", () => {
  it("are not known where the merchant has not said when it ends or whether the card was charged", () => {
    expect(closure({ actions: [] }, DAY_9).trial).toEqual({
      ...{ eligible: false, status: "unknown" },
      unmet: [{ id: "core.trial.endUnknown" }, { id: "core.trial.cardUnknown" }],
      conditions: [
        { key: "in-trial", state: "unknown" },
        { key: "card-untouched", state: "unknown" },
        { key: "no-actions", state: "met" },
      ],
    });
  });

  it("are broken by an action from the day it is tracked on", () => {
    const noActions = (on: string) =>
      closure({ actions: [anAction({ trackedOn: "2026-05-30" })] }, on).trial.conditions[2]?.state;
    expect([noActions("2026-05-29"), noActions("2026-05-30")]).toEqual(["met", "not-met"]);
  });
});
