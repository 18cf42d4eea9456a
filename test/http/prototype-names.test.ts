import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { readBalanceForm } from "#app/http/read-balance-form.ts";
import { readDraftForm } from "#app/http/read-draft-form.ts";
import { readFactsForm } from "#app/http/read-facts-form.ts";
import { readMoveForm } from "#app/http/read-move-form.ts";
import { readTaskForm } from "#app/http/read-task-form.ts";
import { readTrialForm } from "#app/http/read-trial-form.ts";
import { returnTo } from "#app/http/return-to.ts";

const today = Temporal.PlainDate.from("2026-06-21");
const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** Names that every object answers to although nobody wrote them down. */
const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

it.each(NAMES)("the name %s is no answer to any question", (name) => {
  const facts = readFactsForm(form({ signedUpOn: "2026-05-12", cardEverCharged: name, trial: name }), {
    today,
    connected: true,
    currency: "USD",
  });
  expect(facts).toMatchObject({ outcome: "read", facts: { cardEverCharged: null } });
  const edition = readFactsForm(form({ signedUpOn: "2026-05-12", edition: name }), {
    today,
    connected: true,
    currency: "USD",
  });
  expect(edition).toMatchObject({ outcome: "rejected", problems: [{ field: "edition" }] });
  const other = { today, connected: false, currency: "USD" };
  expect(readFactsForm(form({ signedUpOn: "2026-05-12", currency: name }), other)).toMatchObject({
    outcome: "rejected",
    problems: [{ field: "currency" }],
  });
  expect(readTrialForm(form({ intent: "facts", cardEverCharged: name }))).toEqual({
    kind: "facts",
    facts: { trialEndsOn: null, cardEverCharged: null },
  });
  expect(readTrialForm(form({ intent: "answer", answer: name }))).toMatchObject({ kind: "rejected" });
  expect(readMoveForm(form({ trigger: name })).trigger).toBeNull();
  expect(readBalanceForm(form({ way: name }), { today, currency: "USD" })).toEqual({
    outcome: "read",
    facts: { partnerBalance: null, withdrawalThreshold: null },
  });
  expect(readDraftForm(form({ intent: "choose", asideId: "a", take: name, seen: "1" }))).toBeNull();
  const task = readTaskForm(form({ told: name }), "delete-catalogs", { today, currency: "USD" });
  expect(task).toMatchObject({ outcome: "rejected", problems: [{ field: "told" }] });
  expect(returnTo(name).url).toBe("/app/close");
});
