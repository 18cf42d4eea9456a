import { describe, expect, it } from "vitest";
import { type AccountFileJson, parseAccountFile } from "#app/domain/index.ts";
import { type ActionJson, anAccountFile, anAction } from "#test/factories/account.ts";

const problemsOf = (json: unknown) => {
  const parsed = parseAccountFile(json);
  return parsed.outcome === "rejected" ? parsed.problems : [];
};
const file = (overrides: object) => ({ ...anAccountFile(), ...overrides });
const withAction = (overrides: object) => file({ actions: [{ ...anAction(), ...overrides }] });

const contract = { id: "7", partner: "Blog", status: "ACTIVE", endsOn: null };
const invoice = { id: "I", dueOn: "2026-07-16", total: "75.00", status: "PENDING", paidOn: null };
const catalog = { id: "C", name: "Main", status: "ACTIVE" };

const A_DAY = 'a real day from 2000 to 2099 such as "2026-05-12", or null where the format allows it';
const DOLLARS = 'a decimal string of 0 or more with at most 2 decimals (USD), e.g. "75.00"';
const ACTION_KEYS = "id, program, partner, state, amount, payout, trackedOn, locksOn, reversedOn, clearedOn";
const FILE_KEYS =
  "version, kind, edition, currency, timeZone, signedUpOn, trialEndsOn, minimumFee, card, fundingBalance, actions, contracts, invoices, catalogs, unread, setAside";

// As docs/account-file.md describes the format: where it is wrong, what, and what would be accepted.
describe("what is wrong with a file", () => {
  it.each<[unknown, string, string, string]>([
    [[], "(file)", "[] is not accepted", "a JSON object"],
    [file({ version: 2 }), "version", "2 is not accepted", "one of 1"],
    [file({ card: undefined }), "card", "is missing", "a value of type object"],
    [file({ actions: "none" }), "actions", '"none" is not accepted', "a value of type array"],
    [
      withAction({ state: "LOCKED" }),
      "actions[0].state",
      '"LOCKED" is not accepted',
      'one of "PENDING", "APPROVED", "REVERSED"',
    ],
    [withAction({ payout: 75 }), "actions[0].payout", "75 is not accepted", "a value of type string"],
    [withAction({ id: "" }), "actions[0].id", '"" is not accepted', "a text that is not empty"],
    [
      withAction({ id: "x".repeat(201) }),
      "actions[0].id",
      `"${"x".repeat(56)}… is not accepted`,
      "a text of at most 200 characters",
    ],
    // 58 letters and two quotes are 60 characters: the most that is shown whole.
    [
      withAction({ state: "x".repeat(58) }),
      "actions[0].state",
      `"${"x".repeat(58)}" is not accepted`,
      'one of "PENDING", "APPROVED", "REVERSED"',
    ],
    [file({ unread: { actions: 0 } }), "unread.actions", "0 is not accepted", "a number of 1 or more"],
  ])("is told of its shape (%#)", (json, path, problem, accepted) => {
    expect(problemsOf(json)).toEqual([{ path, problem, accepted }]);
  });

  it.each([
    [file({ owner: "me" }), "owner", FILE_KEYS],
    [withAction({ note: "x" }), "actions[0].note", ACTION_KEYS],
    [
      file({ contracts: [{ ...contract, note: "x" }] }),
      "contracts[0].note",
      "id, program, partner, status, endsOn",
    ],
    [file({ invoices: [{ ...invoice, note: "x" }] }), "invoices[0].note", "id, dueOn, total, status, paidOn"],
    [file({ catalogs: [{ ...catalog, note: "x" }] }), "catalogs[0].note", "id, name, status"],
    [file({ card: { everCharged: null, note: "x" } }), "card.note", "everCharged"],
    [
      file({ fundingBalance: { amount: "0.00", asOf: "2026-05-12", note: "x" } }),
      "fundingBalance.note",
      "amount, asOf",
    ],
    [
      file({
        setAside: [{ list: "actions", id: null, field: "Payout", problem: "missing", row: "{}", note: "x" }],
      }),
      "setAside[0].note",
      "list, id, field, problem, row",
    ],
  ])("names the keys that stand where one is unknown (%#)", (json, path, keys) => {
    expect(problemsOf(json)).toEqual([
      { path, problem: "is not a key of version 1", accepted: `only the keys ${keys}` },
    ]);
  });

  it.each([
    [file({ minimumFee: "-1.00" }), "minimumFee", '"-1.00" is negative', DOLLARS],
    [file({ minimumFee: "12,50" }), "minimumFee", '"12,50" is not an amount', DOLLARS],
    [file({ minimumFee: "1.005" }), "minimumFee", '"1.005" has more decimals than the currency', DOLLARS],
    [
      file({ minimumFee: "99999999999999999999" }),
      "minimumFee",
      '"99999999999999999999" is too large to be computed exactly',
      DOLLARS,
    ],
    [
      file({ currency: "JPY", fundingBalance: null, actions: [], minimumFee: "3000.50" }),
      "minimumFee",
      '"3000.50" has more decimals than the currency',
      'a decimal string of 0 or more with at most 0 decimals (JPY), e.g. "7500"',
    ],
    [
      file({ fundingBalance: { amount: "-1.00", asOf: "2026-05-12" } }),
      "fundingBalance.amount",
      '"-1.00" is negative',
      DOLLARS,
    ],
    [withAction({ amount: "12 USD" }), "actions[0].amount", '"12 USD" is not an amount', DOLLARS],
    [file({ invoices: [{ ...invoice, total: "x" }] }), "invoices[0].total", '"x" is not an amount', DOLLARS],
  ])("is told of its amounts (%#)", (json, path, problem, accepted) => {
    expect(problemsOf(json)).toEqual([{ path, problem, accepted }]);
  });

  it("names no currency where the file names none that is known", () => {
    expect(problemsOf(file({ currency: "CNY", minimumFee: "x" }))[1]).toEqual({
      path: "minimumFee",
      problem: '"x" is not an amount',
      accepted: 'a decimal string of 0 or more, e.g. "75.00"',
    });
  });

  it.each([
    [withAction({ trackedOn: "30.05.2026" }), "actions[0].trackedOn", '"30.05.2026" is not accepted'],
    [withAction({ locksOn: "2026-06-31" }), "actions[0].locksOn", '"2026-06-31" is not a day'],
    [
      file({ fundingBalance: { amount: "0.00", asOf: "today" } }),
      "fundingBalance.asOf",
      '"today" is not accepted',
    ],
    [
      file({ fundingBalance: { amount: "0.00", asOf: "2026-02-30" } }),
      "fundingBalance.asOf",
      '"2026-02-30" is not a day',
    ],
    [file({ signedUpOn: "2026-02-30" }), "signedUpOn", '"2026-02-30" is not a day'],
    [file({ trialEndsOn: "2026-06-31" }), "trialEndsOn", '"2026-06-31" is not a day'],
    [
      file({ contracts: [contract, { ...contract, id: "8", endsOn: "2026-06-31" }] }),
      "contracts[1].endsOn",
      '"2026-06-31" is not a day',
    ],
    [
      file({ invoices: [{ ...invoice, dueOn: "2026-06-31" }] }),
      "invoices[0].dueOn",
      '"2026-06-31" is not a day',
    ],
    [
      file({ invoices: [{ ...invoice, paidOn: "2026-06-31" }] }),
      "invoices[0].paidOn",
      '"2026-06-31" is not a day',
    ],
  ])("is told of its days (%#)", (json, path, problem) => {
    expect(problemsOf(json)).toEqual([{ path, problem, accepted: A_DAY }]);
  });
});

describe("what cannot all be true", () => {
  it.each([
    [file({ signedUpOn: "2007-12-31" }), "signedUpOn", "is too early", "2008-01-01 or later"],
    [file({ trialEndsOn: "2026-05-11" }), "trialEndsOn", "lies before signedUpOn", "a later day, or null"],
    [file({ minimumFee: "0.00" }), "minimumFee", "is 0", "more than 0, or null when it is not known"],
    [
      file({ timeZone: "Mars/Olympus" }),
      "timeZone",
      '"Mars/Olympus" is not a time zone',
      'an IANA name such as "America/New_York"',
    ],
  ])("of the account is told (%#)", (json, path, problem, accepted) => {
    expect(problemsOf(json)).toEqual([{ path, problem, accepted }]);
  });

  it.each<[Partial<ActionJson>, string, string, string]>([
    [{ locksOn: "2026-05-29" }, "locksOn", "lies before trackedOn", "the day of tracking or a later one"],
    [
      { state: "REVERSED", reversedOn: "2026-05-29" },
      "reversedOn",
      "lies before trackedOn",
      "the day of tracking or a later one",
    ],
    [
      { state: "APPROVED", clearedOn: "2026-05-29" },
      "clearedOn",
      "lies before trackedOn",
      "the day of tracking or a later one",
    ],
    [{ reversedOn: "2026-06-01" }, "reversedOn", "is given for a PENDING action", "null"],
    [{ state: "REVERSED", clearedOn: "2026-06-01" }, "clearedOn", "is given for a REVERSED action", "null"],
  ])("of an action is told with its place in the list (%#)", (action, key, problem, accepted) => {
    const actions = [anAction({ id: "good" }), anAction(action)];
    expect(problemsOf(file({ actions }))).toEqual([{ path: `actions[1].${key}`, problem, accepted }]);
  });

  it("is nothing on the first day that can be: sign-up, end of the trial, lock, reversal, payment", () => {
    const actions = [
      anAction({ id: "1", locksOn: "2026-05-30" }),
      anAction({ id: "2", state: "REVERSED", reversedOn: "2026-05-30" }),
      anAction({ id: "3", state: "APPROVED", clearedOn: "2026-05-30" }),
    ];
    const first = file({ signedUpOn: "2008-01-01", trialEndsOn: "2008-01-01", minimumFee: "0.01", actions });
    expect(problemsOf(first)).toEqual([]);
  });

  it.each<[keyof AccountFileJson, object]>([
    ["actions", anAction()],
    ["contracts", { ...contract, program: "1" }],
    ["invoices", invoice],
    ["catalogs", catalog],
  ])("is an id that is used twice in the %s", (list, row) => {
    const { id } = row as { id: string };
    expect(problemsOf(file({ [list]: [row, row] }))).toEqual([
      { path: `${list}[1].id`, problem: `"${id}" is used twice`, accepted: "an id used once in the list" },
    ]);
  });

  it("is no contract id that two programs use", () => {
    const contracts = ["1", "2"].map((program) => ({ ...contract, program }));
    expect(problemsOf(file({ contracts }))).toEqual([]);
  });

  it.each(["amount", "payout"])("is a sum of each action's %s that could not be exact", (key) => {
    // Ten times 999,999,999,999,999 cents are more than 9,007,199,254,740,991.
    const actions = Array.from({ length: 10 }, (_, index) =>
      anAction({ id: `${index}`, [key]: "9999999999999.99" }),
    );
    expect(problemsOf(file({ actions }))).toEqual([
      {
        path: "actions",
        problem: "the amounts add up to more than can be computed exactly",
        accepted: "a total of at most 9007199254740991 minor units",
      },
    ]);
    expect(problemsOf(file({ actions: actions.slice(1) }))).toEqual([]);
  });
});
