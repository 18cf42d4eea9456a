import { describe, expect, it } from "vitest";
import { closureReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";

const trialOn = (on: string, file: Parameters<typeof anAccount>[0]) =>
  closureReport(anAccount(file), { on: date(on) }).trial;

describe("whether the trial can still be cancelled", () => {
  it("is yes only where every condition is known to hold", () => {
    const file = { trialEndsOn: "2026-06-12", card: { everCharged: false }, actions: [] };
    expect(trialOn("2026-05-20", file)).toEqual({
      eligible: true,
      status: "yes",
      unmet: [],
      conditions: [
        { key: "in-trial", state: "met" },
        { key: "card-untouched", state: "met" },
        { key: "no-actions", state: "met" },
      ],
    });
  });

  it("is unknown, and not yes, while one condition is", () => {
    expect(trialOn("2026-05-20", { trialEndsOn: "2026-06-12", actions: [] })).toEqual({
      eligible: false,
      status: "unknown",
      unmet: [{ id: "core.trial.cardUnknown" }],
      conditions: [
        { key: "in-trial", state: "met" },
        { key: "card-untouched", state: "unknown" },
        { key: "no-actions", state: "met" },
      ],
    });
  });

  it("is no once the card was charged", () => {
    const file = { trialEndsOn: "2026-06-12", card: { everCharged: true }, actions: [] };
    expect(trialOn("2026-05-20", file)).toMatchObject({
      eligible: false,
      status: "no",
      unmet: [{ id: "core.trial.cardCharged" }],
    });
  });
});
