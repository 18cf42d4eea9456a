import type { z } from "zod";
import { type Currency, isCardCurrency } from "../money/currency.ts";
import { parseDecimal } from "../money/decimal.ts";
import {
  accountFileSchema,
  actionSchema,
  cardSchema,
  catalogSchema,
  contractSchema,
  fundingBalanceSchema,
  invoiceSchema,
  setAsideSchema,
} from "./file-schema.ts";
import { ACCEPTED_DATE, amountProblem, type Problem, pathText, show } from "./problems.ts";

const SHAPES: Readonly<Record<string, object>> = {
  actions: actionSchema.shape,
  contracts: contractSchema.shape,
  invoices: invoiceSchema.shape,
  catalogs: catalogSchema.shape,
  setAside: setAsideSchema.shape,
  card: cardSchema.shape,
  fundingBalance: fundingBalanceSchema.shape,
};

/** Turns zod's findings about the shape of the file into problems in plain words. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[], json: unknown): Problem[] {
  const currency = currencyOf(json);
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownKeys(issue) : [other(issue, currency)],
  );
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): Problem[] {
  const part = String(issue.path[0] ?? "");
  const shape = (Object.hasOwn(SHAPES, part) ? SHAPES[part] : null) ?? accountFileSchema.shape;
  return issue.keys.map((key) => ({
    path: pathText([...issue.path, key]),
    problem: "is not a key of version 1",
    accepted: `only the keys ${Object.keys(shape).join(", ")}`,
  }));
}

function other(issue: z.core.$ZodIssue, currency: Currency | null): Problem {
  const path = pathText(issue.path);
  if (issue.input === undefined) return { path, problem: "is missing", accepted: acceptedFor(issue) };
  if (issue.code === "invalid_format" && !isDate(issue)) {
    const parsed = parseDecimal(String(issue.input), currency ?? "USD");
    return amountProblem(
      path,
      issue.input,
      parsed.outcome === "refused" ? parsed.reason : "too-large",
      currency,
    );
  }
  return { path, problem: `${show(issue.input)} is not accepted`, accepted: acceptedFor(issue) };
}

function acceptedFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(show).join(", ")}`;
  if (issue.code === "invalid_format") return ACCEPTED_DATE;
  if (issue.code === "invalid_type")
    return issue.path.length === 0 ? "a JSON object" : `a value of type ${issue.expected}`;
  if (issue.code === "too_small")
    return issue.origin === "string" ? "a text that is not empty" : `a number of ${issue.minimum} or more`;
  if (issue.code === "too_big") return `a text of at most ${issue.maximum} characters`;
  return issue.message;
}

function isDate(issue: z.core.$ZodIssue): boolean {
  const key = String(issue.path.at(-1));
  return key.endsWith("On") || key === "asOf";
}

function currencyOf(json: unknown): Currency | null {
  const value = typeof json === "object" && json !== null && "currency" in json ? json.currency : null;
  return typeof value === "string" && isCardCurrency(value) ? value : null;
}
