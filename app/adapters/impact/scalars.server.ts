import { z } from "zod";
import { cleanText, EXACT_AMOUNT_PATTERN } from "#app/domain/index.ts";
import { plainDecimal } from "./plain-decimal.server.ts";

export const isBlank = (value: unknown): boolean => value === "" || value === null || value === undefined;

const LONGEST_ID = 200;
const LONGEST_NAME = 500;

/** Text that must be there; numbers arrive here as their text (exact-json). */
export const text = z.string().min(1);
/** An identifier, no longer than the account file takes. */
export const id = text.max(LONGEST_ID);
export const isId = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= LONGEST_ID;

/** A name, cut to what the account file takes: a name that is too long says as much in its first 500 characters. */
export const name = z.string().transform((value) => cleanText(value.slice(0, LONGEST_NAME)));

/** A name that is only shown: where there is none, or something else, its id stands in, and the row still counts. */
export const nameOrNull = name.nullish().catch(null);
/** Whether a name reads as it stands. */
export const isNameOrNull = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || (typeof value === "string" && value.length <= LONGEST_NAME);

/**
 * Amount as a plain decimal string, to the digit what the answer said, without zeros that mean nothing ("1000.00" of
 * a yen account is "1000"). Finer than money is kept as it is; less than nothing is what was given back. Null for what is
 * no amount.
 */
export function amountOf(source: string): string | null {
  // Nearly all are written so, and end in no 0.
  if (PLAIN_AMOUNT.test(source) && (!source.endsWith("0") || !source.includes("."))) return source;
  if (!/^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/.test(source)) return null;
  const amount = plainDecimal(source)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
    .replace(/^-0$/, "0");
  return EXACT_AMOUNT_PATTERN.test(amount) ? amount : null;
}

const PLAIN_AMOUNT = /^\d{1,13}(?:\.\d{1,17})?$/;

export const amount = z.string().transform((source, context) => {
  const read = amountOf(source);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "not an amount" });
  return z.NEVER;
});

/** Amount or null where the answer leaves it empty. */
export const amountOrNull = z.preprocess((value) => (isBlank(value) ? null : value), amount.nullable());

/** A status the account file knows; one that impact.com added later reads as `careful`, the value that keeps it open. */
export const statusOf = <Status extends string>(known: readonly Status[], careful: Status) =>
  text.transform((value) => known.find((status) => status === value) ?? careful);
