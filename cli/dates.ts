import { Temporal } from "temporal-polyfill";
import { parseDay } from "#app/domain/index.ts";
import type { OptionValues } from "./options.ts";
import { problemLine } from "./problem-line.ts";

/** Reads a command's option values and collects what is wrong with them. */
export type ValueReader = {
  problems: string[];
  date: (name: string) => Temporal.PlainDate | null;
  needed: (name: string) => Temporal.PlainDate | null;
};

const ACCEPTED = "a real day from 2000 to 2099 as YYYY-MM-DD";

export function valueReader(values: OptionValues): ValueReader {
  const problems: string[] = [];
  const date = (name: string) => {
    const value = values[name];
    if (typeof value !== "string") return null;
    if (parseDay(value) !== null) return Temporal.PlainDate.from(value);
    problems.push(problemLine(`--${name}`, `"${value}" is not a day`, ACCEPTED));
    return null;
  };
  const needed = (name: string) => {
    if (values[name] === undefined) problems.push(problemLine(`--${name}`, "is missing", ACCEPTED));
    return date(name);
  };
  return { problems, date, needed };
}

/** Today where the account keeps its days (G5). The command is the only place with a clock. */
export function todayIn(timeZone: string): Temporal.PlainDate {
  return Temporal.Now.plainDateISO(timeZone);
}

/** A line when `later` lies before `earlier`. */
export function orderProblem(
  later: { name: string; date: Temporal.PlainDate | null },
  earlier: { name: string; date: Temporal.PlainDate | null },
): string[] {
  if (!later.date || !earlier.date || Temporal.PlainDate.compare(later.date, earlier.date) >= 0) return [];
  return [
    problemLine(later.name, `${later.date} lies before ${earlier.name}`, `${earlier.date} or a later day`),
  ];
}
