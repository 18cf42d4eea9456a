import type { Assumption } from "../assumptions.ts";
import type { Rule } from "../plans/rule.ts";
import type { Note } from "../text.ts";

/** One number or day that went into a figure; null = not known. */
export type ExplainedInput = { name: string; label: Note; value: string | null };

/** What stands behind one figure: inputs, rule with its words, arithmetic and assumptions. */
export type Explanation = {
  figure: string;
  value: unknown;
  inputs: ExplainedInput[];
  rule: Rule;
  arithmetic: Note[];
  assumptions: Assumption[];
};

/** The part each figure's explainer gives; the figure's name and value are added around it. */
export type Grounds = Pick<Explanation, "inputs" | "rule" | "arithmetic" | "assumptions">;

/** An input whose label is `core.input.<name>`. */
export function input(name: string, value: string | null): ExplainedInput {
  return { name, label: { id: `core.input.${name}` }, value };
}
