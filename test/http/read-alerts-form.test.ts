import { describe, expect, it } from "vitest";
import { readAlertsForm } from "#app/http/read-alerts-form.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("the form of alerts", () => {
  it("reads amounts as people type them, and nothing as no alert", () => {
    const read = readAlertsForm(
      form({
        monthlyFee: " 1,234.50 ",
        weeklyCommissions: "1.234,5",
        movedDays: "７",
        overdue: "yes",
        byMail: "no",
      }),
      "USD",
    );
    expect(read).toEqual({
      outcome: "read",
      byMail: false,
      limits: {
        currency: "USD",
        monthlyFee: "1234.50",
        weeklyCommissions: "1234.5",
        overdue: true,
        movedDays: 7,
      },
    });
    expect(readAlertsForm(form({ monthlyFee: "", weeklyCommissions: "0" }), "USD")).toMatchObject({
      limits: { monthlyFee: null, weeklyCommissions: null, overdue: false, movedDays: null },
    });
  });

  it.each([
    ["monthlyFee", "-5", "USD", "alerts.error.amount"],
    ["monthlyFee", "a lot", "USD", "alerts.error.amount"],
    ["weeklyCommissions", "10.50", "JPY", "alerts.error.decimals"],
    ["movedDays", "0", "USD", "alerts.error.days"],
    ["movedDays", "366", "USD", "alerts.error.days"],
    ["movedDays", "1.5", "USD", "alerts.error.days"],
  ])("names the field of what is none: %s %s %s", (field, typed, currency, message) => {
    expect(readAlertsForm(form({ [field]: typed }), currency)).toEqual({
      outcome: "rejected",
      problems: [{ field, message }],
    });
  });
});
