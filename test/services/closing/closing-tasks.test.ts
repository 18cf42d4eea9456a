import { describe, expect, it } from "vitest";
import { closureReport, isTaskKey, TASK_KEYS } from "#app/domain/index.ts";
import type { ImpactResource, ReadFailure, SnapshotRow } from "#app/ports/index.ts";
import { closingTasks } from "#app/services/closing/closing-tasks.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { at } from "#test/factories/rows.ts";

const contract = { id: "c1", partner: "Blog", status: "ACTIVE" as const, endsOn: null };
const closure = closureReport(anAccount({ contracts: [contract] }), { on: date("2026-06-01") });
const snapshot = (resource: ImpactResource, failure: ReadFailure | null = null): SnapshotRow => ({
  resource,
  body: [],
  checkedAt: at("2026-06-01T09:00:00Z"),
  triedAt: at("2026-06-01T10:00:00Z"),
  failure,
});
const taskOf = (key: string, snapshots: SnapshotRow[], report: typeof closure | null = closure) =>
  closingTasks(report, snapshots).find((task) => task.key === key);

describe("the closing tasks", () => {
  it("come with what is left, by name, and when it was checked", () => {
    expect(taskOf("expire-contracts", [snapshot("Contracts")])).toMatchObject({
      status: "open",
      blocking: true,
      open: {
        first: [{ id: "core.checklist.contract", values: { contract: "c1", partner: "Blog" } }],
        more: 0,
        unread: [],
      },
      checkedAt: "2026-06-01T09:00:00Z",
      failure: null,
    });
    expect(taskOf("settle-invoices", [snapshot("Invoices")])).toMatchObject({
      status: "done",
      open: { first: [], more: 0, unread: [] },
    });
  });

  it("turn unknown when the last check failed, and keep what was known with its age (P4, P6)", () => {
    const failure = { outcome: "unavailable", reason: "timeout" } as const;
    const task = taskOf("expire-contracts", [snapshot("Contracts", failure)]);
    expect(task).toMatchObject({ status: "unknown", checkedAt: "2026-06-01T09:00:00Z", failure });
    expect(task?.open.first).toHaveLength(1);
  });

  it("never call a done task done on an old check", () => {
    expect(taskOf("settle-invoices", [snapshot("Invoices", { outcome: "unauthorized" })])?.status).toBe(
      "unknown",
    );
  });

  it("leave the other tasks alone when one check failed", () => {
    const snapshots = [snapshot("Contracts", { outcome: "unauthorized" }), snapshot("Invoices")];
    expect(taskOf("settle-invoices", snapshots)?.status).toBe("done");
  });

  it("are all unknown while nothing is known of the account", () => {
    const tasks = closingTasks(null, []);
    expect(tasks).toHaveLength(5);
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(["unknown"]));
    expect(new Set(tasks.map(({ checkedAt }) => checkedAt))).toEqual(new Set([null]));
  });

  it("know their own names only", () => {
    expect(TASK_KEYS.every(isTaskKey)).toBe(true);
    expect(isTaskKey("constructor")).toBe(false);
  });
});
