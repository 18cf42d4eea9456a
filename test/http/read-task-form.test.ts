import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { TaskKey } from "#app/domain/index.ts";
import { readTaskForm } from "#app/http/read-task-form.ts";

const read = (key: TaskKey, given: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(given)) data.set(name, value);
  return readTaskForm(data, key, { today: Temporal.PlainDate.from("2026-06-21"), currency: "USD" });
};

describe("what is told of a task", () => {
  it("is kept as a fact of its own", () => {
    expect(read("partner-overdue", { told: "open" })).toEqual({
      outcome: "read",
      facts: { "told.partner-overdue": "open" },
    });
  });

  it.each<Record<string, string>>([{}, { told: "closed" }])("must be one of the answers, not %j", (given) => {
    expect(read("refund-form", given)).toMatchObject({
      outcome: "rejected",
      problems: [{ field: "told", message: "route.error.choose" }],
    });
  });

  it("takes no balance back by a form that has no field for it", () => {
    expect(read("partner-balance", {})).toEqual({ outcome: "read", facts: {} });
    expect(read("partner-balance", { amount: "" })).toMatchObject({ facts: { partnerBalance: null } });
  });

  it("is for a partner's balance what they see", () => {
    expect(read("partner-balance", { amount: "12.50", asOf: "2026-06-21" })).toMatchObject({
      outcome: "read",
      facts: { partnerBalance: { amount: "12.50", asOf: "2026-06-21" } },
    });
  });
});
