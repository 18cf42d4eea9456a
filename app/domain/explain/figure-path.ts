import { parseDay } from "../day.ts";
import { STATEMENT_COLUMNS } from "./explain-statement.ts";

/** The reports a figure can stand in. */
const REPORTS = ["statement", "preview", "closure"] as const;
export type Report = (typeof REPORTS)[number];
export type FigurePath = { report: Report; path: readonly string[] };

/** The parts of each report that can be explained. */
const PREVIEW_SECTIONS = [
  "thisMonth",
  "plan",
  "firstFee",
  "breakEvenRevenue",
  "nextCardCharge",
  "plans",
  "usualMonth",
  "editionLines",
  "buildUp",
  "past",
  "year",
  "months",
] as const;
const CLOSURE_SECTIONS = [
  "refund",
  "daysActive",
  "earliestClosing",
  "route",
  "trial",
  "checklist",
  "whoPays",
  "costToClose",
] as const;

/** The longest figure there is has 60 characters. */
const LONGEST = 120;
/** By position, or by its name such as 2026-07. */
const MONTH = /^(\d{1,2}|20\d{2}-\d{2})$/;

/**
 * Where a figure may stand; nothing for what can be none, which is told from its name alone, before anything is worked
 * out. A path without its report's name may stand in several.
 */
export function figurePaths(figure: string): FigurePath[] {
  if (figure.length > LONGEST) return [];
  // months[0].fee.low and months.0.fee.low name the same figure.
  const path = figure.replaceAll(/\[([^\]]*)\]/g, ".$1").split(".");
  const named = REPORTS.find((report) => report === path[0]);
  const tries = named
    ? [{ report: named, path: path.slice(1) }]
    : REPORTS.map((report) => ({ report, path }));
  return tries.filter(mayStand);
}

function mayStand({ report, path }: FigurePath): boolean {
  if (report === "statement") return statementCell(path) !== null;
  return (report === "closure" ? closureSection(path) : previewSection(path)) !== undefined;
}

export const closureSection = ([section]: readonly string[]) =>
  CLOSURE_SECTIONS.find((each) => each === section);

export const previewSection = ([section, part = ""]: readonly string[]) =>
  PREVIEW_SECTIONS.find((each) => each === section && (each !== "months" || MONTH.test(part)));

/** Day and column of a figure of the statement. */
export function statementCell(
  path: readonly string[],
): { date: string; column: (typeof STATEMENT_COLUMNS)[number] } | null {
  const [date = "", name = ""] = path[0] === "days" ? path.slice(1) : path;
  const column = STATEMENT_COLUMNS.find((each) => each === name);
  return parseDay(date) === null || column === undefined ? null : { date, column };
}
