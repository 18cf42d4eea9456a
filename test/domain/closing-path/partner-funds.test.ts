import { describe, expect, it } from "vitest";
import { partnerFunds } from "#app/domain/index.ts";
import { anAccount, anAction, date } from "#test/factories/account.ts";

const pending = anAction({ state: "PENDING", trackedOn: "2026-06-01", locksOn: "2026-07-01" });
const late = { id: "I-1", dueOn: "2026-06-01", total: "12.00", status: "OVERDUE", paidOn: null } as const;

// S2: earnings on their way, and those a brand is late with, keep a partner account open.
describe("what a partner is still to get", () => {
  it.each([
    ["nothing", { actions: [], invoices: [] }, "done", "done"],
    ["a pending action", { actions: [pending], invoices: [] }, "open", "done"],
    ["a late invoice", { actions: [], invoices: [late] }, "done", "open"],
    [
      "an invoice not late yet",
      { actions: [], invoices: [{ ...late, status: "PENDING" as const }] },
      "done",
      "done",
    ],
    ["what nobody could read", { actions: null, invoices: null }, "unknown", "unknown"],
  ])("is told apart: %s", (_, facts, upcoming, overdue) => {
    const found = partnerFunds(anAccount({ kind: "partner", ...facts }), date("2026-06-21"));
    expect(found.map(({ key, status }) => [key, status])).toEqual([
      ["upcoming-funds", upcoming],
      ["overdue-earnings", overdue],
    ]);
  });
});
