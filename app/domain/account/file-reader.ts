import { type Day, parseDay } from "../day.ts";
import type { Currency } from "../money/currency.ts";
import { parseDecimal } from "../money/decimal.ts";
import { type Exact, parseExact } from "../money/exact.ts";
import { ACCEPTED_DATE, amountProblem, type Problem, show } from "./problems.ts";

/** Converts the texts of a well-shaped file and collects what cannot be converted. */
export type FileReader = {
  problems: Problem[];
  amount: (text: string, path: () => string) => number;
  /** Of impact.com's amounts, which may be finer than money and below 0. */
  exact: (text: string, path: () => string) => Exact;
  day: (text: string, path: () => string) => Day;
  dayOrNull: (text: string | null, path: () => string) => Day | null;
};

/** Paths are functions so that a million good values build no text. */
export function fileReader(currency: Currency): FileReader {
  const problems: Problem[] = [];
  const amount: FileReader["amount"] = (text, path) => {
    const parsed = parseDecimal(text, currency);
    if (parsed.outcome === "read") return parsed.minor;
    problems.push(amountProblem(path(), text, parsed.reason, currency));
    return 0;
  };
  const exact: FileReader["exact"] = (text, path) => {
    // Nearly all amounts are plain ones, which read several times faster.
    const plain = parseDecimal(text, currency);
    if (plain.outcome === "read") return { minor: plain.minor, rest: 0 };
    const parsed = parseExact(text, currency);
    if (parsed.outcome === "read") return parsed;
    problems.push(amountProblem(path(), text, parsed.reason, currency));
    return { minor: 0, rest: 0 };
  };
  const day: FileReader["day"] = (text, path) => {
    const read = parseDay(text);
    if (read !== null) return read;
    problems.push({ path: path(), problem: `${show(text)} is not a day`, accepted: ACCEPTED_DATE });
    return 0;
  };
  return {
    problems,
    amount,
    exact,
    day,
    dayOrNull: (text, path) => (text === null ? null : day(text, path)),
  };
}
