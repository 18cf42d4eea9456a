import { assumptionText, type Explanation, figurePaths, type Note } from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { loadAccount } from "./load-account.server.ts";

export type ExplainOutcome =
  | {
      outcome: "explained";
      explanation: Pick<Explanation, "figure" | "inputs" | "rule" | "arithmetic">;
      /** The figure itself where it is an amount or a day, for a page that does not show it. */
      value: string | null;
      assumed: { gap: string; text: Note }[];
      currency: string;
    }
  | { outcome: "unknown-figure" };

/** Inputs, rule, arithmetic and assumptions behind one figure of this shop's pages. */
export async function explain(
  input: { shop: string; figure: string },
  deps: Pick<Deps, "db" | "clock" | "reckoner">,
): Promise<ExplainOutcome> {
  // Its name alone tells what is no figure: nothing is read for it.
  if (figurePaths(input.figure).length === 0) return { outcome: "unknown-figure" };
  const view = await loadAccount(input, deps);
  if (view?.assembled.outcome !== "ready") return { outcome: "unknown-figure" };
  const { figure } = input;
  const explained = await deps.reckoner.explain(view.assembled.account, { on: view.today, figure });
  if (explained.outcome !== "explained") return { outcome: "unknown-figure" };
  const { value, inputs, rule, arithmetic } = explained;
  return {
    outcome: "explained",
    explanation: { figure, inputs, rule, arithmetic },
    value: typeof value === "string" ? value : null,
    assumed: explained.assumptions.map((gap) => ({ gap, text: { id: assumptionText[gap] ?? gap } })),
    currency: view.currency,
  };
}
