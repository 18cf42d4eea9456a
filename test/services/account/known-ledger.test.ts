import { describe, expect, it } from "vitest";
import { openedRows } from "#app/services/account/opened-rows.ts";
import { fundingDays, showKnownLedger, showLedger } from "#app/services/account/show-ledger.server.ts";
import { aCloser, STARTER } from "../closing/a-closer.ts";
import { anItem, shop } from "../sync/a-merchant.ts";

/** 1,000 on 12 March 2026; 8.00 tracked on 1 April lock on 20 May, 7.50 of 1 June on 1 July. */
const known = {
  items: [
    anItem({ id: "p1", trackedOn: "2026-06-01", locksOn: "2026-07-01" }),
    anItem({
      id: "u1",
      state: "APPROVED" as const,
      trackedOn: "2026-04-01",
      locksOn: "2026-05-20",
      payout: "8.00",
    }),
  ],
  facts: { ...STARTER, fundingBalance: { amount: "1000.00", asOf: "2026-03-12" } },
};
const openMonths = (ledger: Awaited<ReturnType<typeof shown>>["ledger"]) =>
  ledger.months.filter(({ rows }) => rows !== null).map(({ month }) => month);

async function shown(read: "ledger" | "known", asked: { open?: string[]; all?: boolean } = {}) {
  const { deps } = await aCloser(known);
  deps.clock.set("2026-07-05T12:00:00Z");
  const { all = false, ...open } = asked;
  const found =
    read === "known" ? await showKnownLedger({ shop, all }, deps) : await showLedger({ shop, ...open }, deps);
  if (!found?.ledger || !found.statement) throw new Error("There is no ledger.");
  return { ledger: found.ledger, statement: found.statement, pace: found.pace };
}

describe("the months of the ledger", () => {
  it("are open where they are asked for, and the newest one where none is", async () => {
    expect(openMonths((await shown("ledger")).ledger)).toEqual(["2026-07"]);
    expect(openMonths((await shown("ledger", { open: [] })).ledger)).toEqual([]);
    expect(openMonths((await shown("ledger", { open: ["2026-05", "2026-04"] })).ledger)).toEqual([
      "2026-05",
      "2026-04",
    ]);
  });

  it("are in a document the two before the last look, or all", async () => {
    // impact.com was last looked at on 21 June.
    expect(openMonths((await shown("known")).ledger)).toEqual(["2026-06", "2026-05"]);
    expect(openMonths((await shown("known", { all: true })).ledger)).toEqual([
      "2026-06",
      "2026-05",
      "2026-04",
      "2026-03",
    ]);
  });

  it("are told up to today where impact.com was never looked at", async () => {
    const { deps } = await aCloser({ facts: STARTER });
    deps.clock.set("2026-07-05T12:00:00Z");
    expect((await showKnownLedger({ shop, all: false }, deps))?.ledger?.asOf).toBe("2026-07-05");
  });

  it("give their days when they are opened, and none under another name", async () => {
    const { ledger } = await shown("ledger", { open: ["2026-05"] });
    expect(openedRows(ledger, "2026-05")?.map(({ date }) => date)).toEqual([
      "2026-05-20",
      "2026-05-02",
      "2026-05-01",
    ]);
    expect(openedRows(ledger, "2026-04")).toBeNull();
    expect(openedRows(ledger, "2020-01")).toBeNull();
  });

  it("give the days of a fold under its first day, and not a single day's", async () => {
    const { ledger } = await shown("ledger");
    const [newest] = ledger.months;
    const row = newest?.rows?.[0];
    const day = ledger.expected.find(({ kind }) => kind === "day");
    if (!newest || !row || day?.kind !== "day") throw new Error("There is no day.");
    const { month: _month, ...sums } = newest;
    const fold = { kind: "fold" as const, ...sums, from: "2026-09-01", to: "2026-09-30", rows: [row] };
    const folded = { ...ledger, expected: [day, fold] };
    expect(openedRows(folded, "2026-09-01")).toEqual([row]);
    expect(openedRows(folded, day.date)).toBeNull();
  });
});

describe("the ledger", () => {
  it("begins on the day of sign-up, and is none before it", async () => {
    const on = async (signedUpOn: string) => {
      const { deps } = await aCloser({ facts: { ...STARTER, signedUpOn } });
      const { ledger, statement, pace } = (await showLedger({ shop }, deps)) ?? {};
      return [ledger?.from ?? null, statement?.days.length ?? null, pace ?? null];
    };
    expect((await on("2026-06-21"))[0]).toBe("2026-06-21");
    expect(await on("2026-06-22")).toEqual([null, null, null]);
  });

  it("says beside its forecast how much is tracked each day, once that is known", async () => {
    // 15.50 in the 91 days of April, May and June.
    expect((await shown("ledger")).pace).toBe("0.17");
    const { deps } = await aCloser({ facts: STARTER });
    expect((await showLedger({ shop }, deps))?.pace).toBeNull();
  });
});

describe("the ledger's chart", () => {
  it("has the days of the last three months and those to come on which something moves", async () => {
    const { statement, ledger } = await shown("ledger");
    // 92 days before 5 July is 4 April: sign-up and 1 April are too long ago.
    expect(fundingDays(statement, ledger).map(({ date, expected }) => [date, expected])).toEqual([
      ["2026-05-01", false],
      ["2026-05-02", false],
      ["2026-05-20", false],
      ["2026-06-01", false],
      ["2026-06-02", false],
      ["2026-07-01", false],
      ["2026-07-02", false],
      ["2026-08-01", true],
      ["2026-08-02", true],
    ]);
    expect(fundingDays(statement, ledger)[1]).toEqual({
      date: "2026-05-02",
      opening: "1000.00",
      card: "0.00",
      closing: "970.00",
      fee: "0.00",
      expected: false,
    });
    expect(fundingDays(statement, { ...ledger, asOf: "2026-08-01" })[0]?.date).toBe("2026-05-01");
    expect(fundingDays(statement, { ...ledger, asOf: "2026-08-02" })[0]?.date).toBe("2026-05-02");
  });

  it("leaves out a day whose balance or charge is not known, and draws a fee that is not known as none", async () => {
    const { statement, ledger } = await shown("ledger");
    const day = statement.days.find(({ date }) => date === "2026-06-01");
    if (!day) throw new Error("There is no such day.");
    const drawn = (change: Partial<typeof day>) =>
      fundingDays({ ...statement, days: [{ ...day, ...change }] }, ledger).map(({ fee }) => fee);
    expect(drawn({})).toEqual(["30.00"]);
    expect(drawn({ fee: null })).toEqual(["0"]);
    expect([drawn({ opening: null }), drawn({ cardCharge: null }), drawn({ closing: null })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
