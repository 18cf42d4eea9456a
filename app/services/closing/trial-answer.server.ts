import { z } from "zod";
import { lintTicket, type TicketFinding } from "#app/domain/index.ts";
import type { StatedFacts } from "../account/stated-facts.ts";
import type { Deps } from "../deps.ts";

const FACT = "trialCancel";
const answerSchema = z.object({ answer: z.enum(["cancelled", "not-shown"]), words: z.string() });

/** What the merchant saw on the Subscription page; `words` is what impact.com showed them, or empty. */
export type TrialAnswer = z.infer<typeof answerSchema>;
export const isTrialAnswer = (text: string): text is TrialAnswer["answer"] =>
  answerSchema.shape.answer.safeParse(text).success;

export type TrialAnswerOutcome = { outcome: "saved" } | { outcome: "refused"; findings: TicketFinding[] };

/** Keeps the merchant's word on the trial, with day and person: impact.com's API knows nothing of it (domain.md 3). */
export async function saveTrialAnswer(
  input: { shop: string; actor: string } & TrialAnswer,
  deps: Pick<Deps, "db" | "clock">,
): Promise<TrialAnswerOutcome> {
  const findings = lintTicket({ subject: "-", body: "-", reason: input.words });
  if (findings.length > 0) return { outcome: "refused", findings };
  const value: TrialAnswer = { answer: input.answer, words: input.words };
  const stated = { statedAt: deps.clock.now(), statedBy: input.actor };
  // Seen on the trial's page or asked for by the route finder: the button is one fact.
  const button: StatedFacts["cancelButton"] = input.answer === "cancelled" ? "shown" : "not-shown";
  await deps.db.transact((work) =>
    work.statedFacts.save(input.shop, [
      { name: FACT, value, ...stated },
      { name: "cancelButton", value: button, ...stated },
    ]),
  );
  return { outcome: "saved" };
}

/** The last answer with its time; null while none was given. */
export async function findTrialAnswer(
  input: { shop: string },
  deps: Pick<Deps, "db">,
): Promise<(TrialAnswer & { at: string }) | null> {
  const fact = (await deps.db.statedFacts.all(input.shop)).find(({ name }) => name === FACT);
  const answer = answerSchema.safeParse(fact?.value);
  return fact && answer.success ? { ...answer.data, at: fact.statedAt.toString() } : null;
}
