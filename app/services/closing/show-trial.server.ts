import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { closingOf } from "./show-closing.server.ts";
import { findTrialAnswer } from "./trial-answer.server.ts";

/** Whether the trial can be cancelled, why not, and what the merchant said they saw. Null for a shop never seen. */
export async function showTrial(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const { closure, closingPath } = closingOf(view);
  const { cancelButton } = view.facts;
  return {
    view,
    /** "unknown" also while nothing at all is known of the account. */
    status: closure?.trial.status ?? ("unknown" as const),
    unmet: closure?.trial.unmet ?? [],
    conditions: closure?.trial.conditions ?? [],
    /** The two questions decide it once the sign-up date is known. */
    asks: closure?.trial.status === "unknown" && (cancelButton ?? "not-sure") === "not-sure",
    /** What the merchant saw on the Subscription page decides, whatever the conditions say (G13). */
    seen: cancelButton === "shown" || cancelButton === "not-shown" ? cancelButton : null,
    route: closingPath.route,
    answer: await findTrialAnswer(input, deps),
  };
}
