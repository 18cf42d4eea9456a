import { ACCOUNT_ANSWERS, type AccountAnswer, BUTTON_ANSWERS, type ButtonAnswer } from "#app/domain/index.ts";
import { saveFacts } from "../account/save-facts.server.ts";
import type { StatedFacts } from "../account/stated-facts.ts";
import type { Deps } from "../deps.ts";

export type RouteAnswers = { account: AccountAnswer | null; button: ButtonAnswer | null };

/** Answers as a form gives them; what is none of the offered ones counts as not given. */
export const readRouteAnswers = (text: (name: string) => string): RouteAnswers => ({
  account: ACCOUNT_ANSWERS.find((each) => each === text("account")) ?? null,
  button: BUTTON_ANSWERS.find((each) => each === text("button")) ?? null,
});

/** The answers that were given, as facts. */
export const factsOfRoute = ({ account, button }: RouteAnswers): StatedFacts => ({
  ...(account ? { closingAccount: account } : {}),
  ...(button ? { cancelButton: button } : {}),
});

/** Keeps what was answered anew, with time and person; a question that was not answered keeps its earlier answer. */
export async function answerPath(
  input: { shop: string; actor: string } & RouteAnswers,
  deps: Pick<Deps, "db" | "clock">,
): Promise<{ outcome: "saved" | "nothing-answered" }> {
  const { shop, actor } = input;
  const facts = factsOfRoute(input);
  if (Object.keys(facts).length === 0) return { outcome: "nothing-answered" };
  await saveFacts({ shop, actor, facts }, deps);
  return { outcome: "saved" };
}
