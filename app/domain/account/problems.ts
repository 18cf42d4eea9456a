import type { Currency } from "../money/currency.ts";
import { currencyDecimals } from "../money/currency.ts";
import type { ParsedDecimal } from "../money/decimal.ts";

/** One thing wrong with an account file: where, what, and what would be accepted instead. */
export type Problem = { path: string; problem: string; accepted: string };

/** A file full of one mistake should not fill the screen; the first ones show what to mend. */
export const MOST_PROBLEMS = 50;

export const ACCEPTED_DATE =
  'a real day from 2000 to 2099 such as "2026-05-12", or null where the format allows it';

const AMOUNT_PROBLEMS = {
  "not-a-decimal": "is not an amount",
  negative: "is negative",
  "too-many-decimals": "has more decimals than the currency",
  "too-large": "is too large to be computed exactly",
};

type Refusal = Extract<ParsedDecimal, { outcome: "refused" }>["reason"];

/** The problem of an amount that could not be read. */
export function amountProblem(
  path: string,
  value: unknown,
  reason: Refusal,
  currency: Currency | null,
): Problem {
  return {
    path,
    problem: `${show(value)} ${AMOUNT_PROBLEMS[reason]}`,
    accepted: currency
      ? `a decimal string of 0 or more with at most ${currencyDecimals(currency)} decimals (${currency}), e.g. "${exampleOf(currency)}"`
      : 'a decimal string of 0 or more, e.g. "75.00"',
  };
}

/** A value as it stands in the file, cut to a length that fits one line. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Path as one would write it in code: actions[3].locksOn; the whole file is "(file)". */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text === "" ? "(file)" : text.replace(/^\./, "");
}

function exampleOf(currency: Currency): string {
  return currencyDecimals(currency) === 0 ? "7500" : "75.00";
}
