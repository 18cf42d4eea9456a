import { describe, expect, it } from "vitest";
import { readTrialForm } from "#app/http/read-trial-form.ts";

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the questions about the trial", () => {
  it("may both be left open", () => {
    expect(readTrialForm(form({ intent: "facts", trialEndsOn: "" }))).toEqual({
      kind: "facts",
      facts: { trialEndsOn: null, cardEverCharged: null },
    });
  });

  it("take a date and a yes or no", () => {
    const read = readTrialForm(form({ intent: "facts", trialEndsOn: "2026-06-11", cardEverCharged: "no" }));
    expect(read).toEqual({ kind: "facts", facts: { trialEndsOn: "2026-06-11", cardEverCharged: false } });
  });

  it.each(["2026-02-30", "soon", "11.06.2026"])("name %s as no date", (trialEndsOn) => {
    expect(readTrialForm(form({ intent: "facts", trialEndsOn }))).toMatchObject({
      kind: "rejected",
      field: "trialEndsOn",
    });
  });
});

describe("what was seen on the Subscription page", () => {
  it("is asked for when nothing was chosen", () => {
    expect(readTrialForm(form({ intent: "answer", words: "x" }))).toMatchObject({
      kind: "rejected",
      field: "answer",
    });
  });

  it("comes with impact.com's words, line by line", () => {
    const read = readTrialForm(form({ intent: "answer", answer: "cancelled", words: " Done.\r\nBye. " }));
    expect(read).toEqual({ kind: "answer", answer: { answer: "cancelled", words: "Done.\nBye." } });
  });
});
