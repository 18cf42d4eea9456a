import { Temporal } from "temporal-polyfill";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { isTrialAnswer, type TrialAnswer } from "#app/services/closing/trial-answer.server.ts";
import { readYesNo } from "./read-yes-no.ts";

export type TrialForm =
  | { kind: "facts"; facts: Pick<StatedFacts, "trialEndsOn" | "cardEverCharged"> }
  | { kind: "answer"; answer: TrialAnswer }
  | { kind: "rejected"; field: "trialEndsOn" | "answer"; message: MessageId };

/** The two questions, or what the merchant saw; what is left empty counts as not known. */
export function readTrialForm(data: FormData): TrialForm {
  const text = (name: string) =>
    String(data.get(name) ?? "")
      .replace(/\r\n/g, "\n")
      .trim();
  if (data.get("intent") === "facts") {
    const endsOn = text("trialEndsOn");
    if (endsOn !== "" && !isDate(endsOn))
      return { kind: "rejected", field: "trialEndsOn", message: "facts.error.trialDate" };
    const cardEverCharged = readYesNo(text("cardEverCharged"));
    return { kind: "facts", facts: { trialEndsOn: endsOn === "" ? null : endsOn, cardEverCharged } };
  }
  const answer = text("answer");
  if (!isTrialAnswer(answer)) return { kind: "rejected", field: "answer", message: "trial.error.choose" };
  return { kind: "answer", answer: { answer, words: text("words") } };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}
