import { describe, expect, it } from "vitest";
import { translatorFor } from "#app/messages/messages.server.ts";
import { costRows } from "#app/services/mail/warning-rows.ts";
import type { WarningFacts } from "#app/services/uninstall/warning-facts.ts";
import { warningFacts } from "./a-warning.ts";

/** The lines of the figures, in their order. */
const linesOf = (change: Partial<WarningFacts> = {}) =>
  costRows(warningFacts(change), translatorFor("en")).map(({ line }) => line);

const OVERDUE = "Overdue: $984.00 (since Sun, Feb 1, 2026)";
const FEE = "Next fee: at least $30.00 (Wed, Jul 1, 2026, charged to your card)";
const YEAR = "Left open, 12 months: at least $360.00 (at least $30.00 a month, plus commissions)";
const COMMISSIONS = "Commissions, last 30 days: $75.00 (charged as actions are tracked)";
const late = { amount: "984.00", since: "2026-02-01" };
const sent = { reference: "SET-7KQ2-M9XD", standing: "sent", answerBy: null } as const;

describe("the figures of the warning", () => {
  it("are the next fee, the year and the commissions", () => {
    expect(linesOf()).toEqual([FEE, YEAR, COMMISSIONS]);
  });

  it("are three at most, and what is overdue stands first", () => {
    expect(linesOf({ overdue: late })).toEqual([OVERDUE, FEE, YEAR]);
  });

  it("leave out commissions that are not known or nothing", () => {
    expect(linesOf({ commissions: null })).toEqual([FEE, YEAR]);
    expect(linesOf({ commissions: "0.00" })).toEqual([FEE, YEAR]);
    expect(linesOf({ commissions: "0.90" }).at(2)).toBe(
      "Commissions, last 30 days: $0.90 (charged as actions are tracked)",
    );
  });

  it("are none where nothing is known", () => {
    expect(linesOf({ nextFee: null, minimum: null, commissions: null })).toEqual([]);
  });
});

describe("the figures of the warning while a request is under way", () => {
  it("are the day to follow up on, the fee if it stays open, and when it can close", () => {
    const request = { ...sent, answerBy: "2026-06-24" };
    expect(costRows(warningFacts({ request, earliest: "2026-08-30" }), translatorFor("en"))).toEqual([
      {
        label: "No answer by",
        value: "Wed, Jun 24, 2026",
        note: "send the follow-up, in the same ticket",
        line: "No answer by: Wed, Jun 24, 2026 (send the follow-up, in the same ticket)",
      },
      {
        label: "Next fee, if still open",
        value: "at least $30.00",
        note: "Wed, Jul 1, 2026, charged to your card",
        line: "Next fee, if still open: at least $30.00 (Wed, Jul 1, 2026, charged to your card)",
      },
      {
        label: "Earliest closing",
        value: "about Sun, Aug 30, 2026",
        note: null,
        line: "Earliest closing: about Sun, Aug 30, 2026",
      },
    ]);
  });

  it("are three at most as well, the overdue sum first", () => {
    const request = { ...sent, answerBy: "2026-06-24" };
    const labels = linesOf({ request, earliest: "2026-08-30", overdue: late }).map(
      (line) => line.split(":")[0],
    );
    expect(labels).toEqual(["Overdue", "No answer by", "Next fee, if still open"]);
  });

  it("name no day that is not known", () => {
    expect(linesOf({ request: sent })).toEqual([
      "Next fee, if still open: at least $30.00 (Wed, Jul 1, 2026, charged to your card)",
    ]);
  });

  it("are those of an open account again once it ended without a closing", () => {
    const request = { ...sent, standing: "rejected", answerBy: "2026-06-24" } as const;
    expect(linesOf({ request, earliest: "2026-08-30" })).toEqual([FEE, YEAR, COMMISSIONS]);
  });
});
