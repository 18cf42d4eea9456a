import { z } from "zod";
import { cleanText } from "#app/domain/index.ts";
import { plainDecimal } from "./plain-decimal.server.ts";

export const isBlank = (value: unknown): boolean => value === "" || value === null || value === undefined;

/** Text that must be there; numbers arrive here as their text (exact-json). */
export const text = z.string().min(1);
/** An identifier, no longer than the account file takes. */
export const id = text.max(200);
/** A name, cut to what the account file takes: a name that is too long says as much in its first 500 characters. */
export const name = z.string().transform((value) => cleanText(value.slice(0, 500)));

/** A name that is only shown: where there is none, or something else, its id stands in, and the row still counts. */
export const nameOrNull = name.nullish().catch(null);

/** Digits in front of and behind the point that can be kept exactly (domain/money/exact.ts). */
const EXACT = /^-?\d{1,13}(\.\d{1,17})?$/;

/**
 * Amount as a plain decimal string, to the digit what the answer said, without zeros that mean nothing ("1000.00" of
 * a yen account is "1000"). Finer than money is kept as it is; less than nothing is what was given back.
 */
export const amount = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/)
  .transform((source) =>
    plainDecimal(source)
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, "")
      .replace(/^-0$/, "0"),
  )
  .pipe(z.string().regex(EXACT));

/** Amount or null where the answer leaves it empty. */
export const amountOrNull = z.preprocess((value) => (isBlank(value) ? null : value), amount.nullable());

/** A status the account file knows; one that impact.com added later reads as `careful`, the value that keeps it open. */
export const statusOf = <Status extends string>(known: readonly Status[], careful: Status) =>
  text.transform((value) => known.find((status) => status === value) ?? careful);
