import { changedIn, type SaveOutcome, saveChanged } from "../account/save-facts.server.ts";
import type { StatedFacts } from "../account/stated-facts.ts";
import type { Deps } from "../deps.ts";
import { showClosing } from "./show-closing.server.ts";

type Input = { shop: string; actor: string; key: string; facts: StatedFacts };

/**
 * The merchant's word on one task. It says something new where it is not what the task already rests on: the same word
 * as an earlier one counts again once a check came in between and overruled that.
 */
export async function answerTask(
  { shop, actor, key, facts }: Input,
  deps: Pick<Deps, "db" | "clock">,
): Promise<SaveOutcome | { outcome: "no-task" }> {
  const news = await newsOnTask({ shop, key, facts }, deps);
  return news ? saveChanged({ shop, actor, facts: news, known: {} }, deps) : { outcome: "no-task" };
}

/** What of an answer is new; null for a task that is none of the store's. */
export async function newsOnTask(
  { shop, key, facts }: Omit<Input, "actor">,
  deps: Pick<Deps, "db" | "clock">,
): Promise<StatedFacts | null> {
  const closing = await showClosing({ shop }, deps);
  const task = closing?.tasks.find((each) => each.key === key);
  if (!closing || !task) return null;
  const { [`told.${task.key}` as const]: _earlier, ...known } = closing.view.facts;
  const restsOn = task.evidence === "told" ? { [`told.${task.key}`]: task.status } : {};
  return changedIn(facts, { ...known, ...restsOn });
}
