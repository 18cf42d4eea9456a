import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type Action,
  addPartnersOwed,
  type PartnersOwed,
  partnersOwedReport,
  toDay,
} from "#app/domain/index.ts";

const on = (iso: string) => toDay(Temporal.PlainDate.from(iso));
const TODAY = on("2026-06-21");
let count = 0;
const anAction = (overrides: Partial<Action> = {}): Action => ({
  id: `a${count++}`,
  program: "Acme",
  partner: "Blog",
  state: "PENDING",
  amount: 100_000,
  payout: 7_500,
  trackedOn: on("2026-05-30"),
  locksOn: on("2026-07-10"),
  reversedOn: null,
  clearedOn: null,
  ...overrides,
});
const owedBy = (...actions: Action[]): PartnersOwed => addPartnersOwed(new Map(), actions, TODAY);

describe("what partners are owed", () => {
  it("is pending until the locking day and locked from it on, whatever the list still says", () => {
    const report = partnersOwedReport(
      owedBy(
        anAction({ locksOn: on("2026-06-22") }),
        anAction({ locksOn: on("2026-06-21"), payout: 1_000 }),
        anAction({ state: "APPROVED", locksOn: on("2026-06-01"), payout: 2 }),
      ),
      "USD",
    );
    expect(report.partners).toEqual([
      {
        partner: "Blog",
        // 75.00 pending; 10.00 + 0.02 locked
        total: "85.02",
        pending: { count: 1, amount: "75.00", firstLock: "2026-06-22", lastLock: "2026-06-22", undated: 0 },
        locked: { count: 2, amount: "10.02", firstLock: "2026-06-01", lastLock: "2026-06-21", undated: 0 },
      },
    ]);
  });

  it("leaves out what was reversed, paid or not tracked yet", () => {
    expect(
      owedBy(
        anAction({ state: "REVERSED", reversedOn: on("2026-06-20") }),
        anAction({ state: "APPROVED", clearedOn: on("2026-06-21") }),
        anAction({ trackedOn: on("2026-06-22") }),
      ).size,
    ).toBe(0);
  });

  it("still counts what is paid or reversed on a later day only", () => {
    const owed = owedBy(
      anAction({ state: "APPROVED", locksOn: on("2026-06-01"), clearedOn: on("2026-06-22") }),
      anAction({ state: "REVERSED", reversedOn: on("2026-06-22") }),
    ).get("Blog");
    expect([owed?.locked.count, owed?.pending.count]).toEqual([1, 1]);
  });

  it("says how many pending ones have no locking date", () => {
    const owed = owedBy(anAction({ locksOn: null }), anAction()).get("Blog");
    expect(owed?.pending).toMatchObject({ count: 2, undated: 1, lastLock: on("2026-07-10") });
    expect(
      partnersOwedReport(owedBy(anAction({ locksOn: null })), "USD").partners[0]?.pending.firstLock,
    ).toBeNull();
    expect(partnersOwedReport(owedBy(anAction({ locksOn: null })), "USD").partners[0]?.pending.lastLock).toBe(
      null,
    );
  });

  it("adds up what commissions have beyond cents and rounds it once", () => {
    // Three times 1.4 cents are 4.2; with 10 cents that is 14, where each rounded alone would make 13.
    const finer = (beyond: number) => ({ amount: 0, payout: beyond });
    const actions = [1, 2, 3].map(() => anAction({ payout: 1, finer: finer(400_000_000_000_000) }));
    const [line] = partnersOwedReport(owedBy(...actions, anAction({ payout: 10 })), "USD").partners;
    expect([line?.total, line?.pending.amount]).toEqual(["0.14", "0.14"]);
    expect(line?.pending).not.toHaveProperty("finer");
  });

  it("lists equals by name in whatever order they come", () => {
    const same = (partner: string) => anAction({ partner, payout: 5 });
    const { partners } = partnersOwedReport(owedBy(same("B"), same("C"), same("A")), "USD");
    expect(partners.map(({ partner }) => partner)).toEqual(["A", "B", "C"]);
  });

  it("comes out the same page by page as at once", () => {
    const actions = Array.from({ length: 50 }, (_, index) =>
      anAction({ partner: `P${index % 7}`, payout: index, locksOn: index % 5 ? TODAY + index - 20 : null }),
    );
    let paged: PartnersOwed = new Map();
    for (let from = 0; from < actions.length; from += 8)
      paged = addPartnersOwed(paged, actions.slice(from, from + 8), TODAY);
    expect(partnersOwedReport(paged, "USD")).toEqual(partnersOwedReport(owedBy(...actions), "USD"));
  });

  it("lists the most owed first, equals by name, and sums to the line", () => {
    const report = partnersOwedReport(
      owedBy(
        anAction({ partner: "B", payout: 5 }),
        anAction({ partner: "A", payout: 5 }),
        anAction({ partner: "C", payout: 1_234 }),
        anAction({ partner: "C", payout: 66, state: "APPROVED", locksOn: on("2026-06-01") }),
      ),
      "JPY",
    );
    expect(report.partners.map(({ partner, total }) => `${partner} ${total}`)).toEqual([
      "C 1300",
      "A 5",
      "B 5",
    ]);
    // 1,234 + 5 + 5 pending, 66 locked
    expect([report.pending, report.locked, report.total]).toEqual(["1244", "66", "1310"]);
  });
});
