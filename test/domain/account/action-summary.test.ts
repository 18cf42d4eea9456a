import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  actionSummary,
  closureReport,
  explainFigure,
  lastLockingDate,
  previewReport,
  statementReport,
  summariseActions,
  toDay,
  totalsChange,
  type WholeAccount,
} from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";
import { accountFiles, isoAfter } from "#test/factories/random-account.ts";
import { createMemoryDatabase } from "#test/fakes/memory-database.ts";

const key = { shop: "acme.myshopify.com", accountSid: "IRone" };

/** The account as a page loads it on a day: through a store, with the settled actions left there. */
async function inBrief(account: WholeAccount, on: number): Promise<Account> {
  const { actions: store } = createMemoryDatabase();
  const { actions } = account;
  if (actions === null) return account;
  await store.put(
    key,
    actions.map((action) => ({ ...action, programId: "1000" })),
    1,
  );
  await store.addToTotals(key, totalsChange([], actions));
  const parts = { on, totals: summariseActions(actions), ...(await store.currentActions(key, on)) };
  return { ...account, actions: actionSummary(parts) };
}

const figuresOf = (account: Account, iso: string) => {
  const on = date(iso);
  const range = { from: date(isoAfter(-10)), to: on.add({ days: 45 }), on, everyDay: true };
  const explained = [
    "preview.thisMonth.fee.likely",
    "closure.earliestClosing.date",
    `statement.${iso}.payable`,
  ];
  return {
    preview: previewReport(account, { on, months: 3 }),
    closure: closureReport(account, { on }),
    statement: statementReport(account, range),
    lastLock: lastLockingDate(account, on),
    explained: explained.map((figure) => explainFigure(account, { on, figure })),
  };
};

describe("an account whose settled actions are only known as sums", () => {
  it("has the same figures on any day as with every action", async () => {
    await fc.assert(
      fc.asyncProperty(accountFiles(), fc.integer({ min: 0, max: 400 }), async (file, day) => {
        const account = anAccount(file);
        const iso = isoAfter(day);
        const brief = await inBrief(account, toDay(date(iso)));
        expect(figuresOf(brief, iso)).toEqual(figuresOf(account, iso));
      }),
      { numRuns: 60 },
    );
  });

  it("names and counts as with every action, also of far more than are named", async () => {
    const [on, many] = ["2026-06-20", Array.from({ length: 30 }, (_, index) => index)];
    const locks = { trackedOn: "2026-06-02", locksOn: "2026-07-10" };
    const account = anAccount({
      fundingBalance: null,
      actions: [
        ...many.map((index) => anAction({ id: `b${index}`, ...locks })),
        // Of the same lock day, but reversed by the time the rows are read: named among the others, by id.
        ...many.map((index) =>
          anAction({ id: `a${index}`, ...locks, state: "REVERSED", reversedOn: "2026-06-28" }),
        ),
        ...many.slice(0, 5).map((index) => anAction({ id: `c${index}`, ...locks, locksOn: null })),
        ...many.map((index) => anAction({ id: `d${index}`, ...locks, state: "APPROVED", locksOn: on })),
      ],
    });
    const brief = await inBrief(account, toDay(date(on)));
    const figures = figuresOf(brief, on);
    expect(figures).toEqual(figuresOf(account, on));
    const left = figures.closure.checklist.find(({ key }) => key === "pay-actions")?.open ?? [];
    const lowest = (letter: string, count: number) =>
      many
        .map((index) => `${letter}${index}`)
        .sort()
        .slice(0, count);
    expect(left.map(({ values }) => values?.action ?? values?.count)).toEqual([
      ...["c0", "c1", "c2", "c3", "c4"],
      ...lowest("a", 15),
      45,
      ...lowest("d", 20),
      10,
    ]);
  });

  it("keeps the rows of what is open, and of nothing else", async () => {
    const settled = { state: "APPROVED", clearedOn: "2026-07-01" } as const;
    const account = anAccount({
      actions: [
        anAction({ id: "paid", ...settled }),
        anAction({ id: "to be paid", ...settled, clearedOn: "2026-09-01" }),
        anAction({ id: "reversed", state: "REVERSED", reversedOn: "2026-06-02" }),
        anAction({ id: "pending" }),
      ],
    });
    const { actions } = await inBrief(account, toDay(date("2026-08-01")));
    expect(actions).toMatchObject({
      tracked: 4,
      reversed: 1,
      open: [{ first: [{ id: "pending" }] }, { first: [{ id: "to be paid" }] }],
    });
  });

  it("refuses to tell of another day than the one it was made for", async () => {
    const brief = await inBrief(anAccount({ actions: [anAction()] }), toDay(date("2026-08-01")));
    expect(() => closureReport(brief, { on: date("2026-08-02") })).toThrow(RangeError);
  });
});
