import { LINK_ACTOR } from "#app/services/link-actor.ts";
import { changedIn, type SaveOutcome, saveChanged, shownByLink } from "../account/save-facts.server.ts";
import type { StatedFactName, StatedFacts } from "../account/stated-facts.ts";
import { readStatedFacts } from "../account/stated-facts.ts";
import { newsOnTask } from "../closing/answer-task.server.ts";
import type { Deps } from "../deps.ts";
import { notifyOfLinkUse } from "../history/notify-of-link-use.server.ts";
import type { ByLink } from "./by-link.ts";
import { type ProofProblem, proveVisit } from "./prove-visit.server.ts";

/** What the account and its figures rest on. Answers on the way out are none: somebody without the code may give them. */
const isKeyFact = (name: string): boolean =>
  !name.startsWith("told.") && !WAY_OUT.some((each) => each === name);
const WAY_OUT = [
  "closingAccount",
  "cancelButton",
  "partnerBalance",
  "withdrawalThreshold",
  "balanceWay",
] as const satisfies StatedFactName[];

type Input = ByLink & {
  code: string;
  facts: StatedFacts;
  /** The task the facts answer, where they are about one. */
  task?: string;
};

/**
 * Keeps what is new in a form of the stand-alone page. Without the code a link only adds: key facts, and answers that would
 * take the place of somebody else's, need it. A form that says nothing new is asked for nothing.
 */
export async function saveFactsByLink(
  { code, facts, task, ...by }: Input,
  deps: Pick<Deps, "db" | "clock" | "limits" | "log" | "settings">,
): Promise<SaveOutcome | ProofProblem> {
  const { shop } = by;
  const rows = await deps.db.statedFacts.all(shop);
  const news = task
    ? await newsOnTask({ shop, key: task, facts }, deps)
    : changedIn(facts, shownByLink(facts, readStatedFacts(rows)));
  const names = Object.keys(news ?? {});
  if (!news || names.length === 0) return { outcome: "nothing-new" };
  const byOthers = new Set(rows.filter(({ statedBy }) => statedBy !== LINK_ACTOR).map(({ name }) => name));
  const needsCode = names.some((name) => isKeyFact(name) || byOthers.has(name));
  const problem = needsCode ? await proveVisit({ ...by, code }, deps) : null;
  if (problem) return problem;
  const stated = await saveChanged({ shop, actor: LINK_ACTOR, facts: news, known: {} }, deps);
  await notifyOfLinkUse({ shop, what: names.some(isKeyFact) ? "facts" : "answers" }, deps);
  return stated;
}
