import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { plainDecimal } from "./plain-decimal.server.ts";

const isBlank = (value: unknown) => value === "" || value === null || value === undefined;

/** Identifier or other text that must be there; numbers arrive here as their text (exact-json). */
export const text = z.string().min(1);

/** Amount as a plain decimal string, exactly the digits the answer had. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/)
  .transform(plainDecimal);

/** Amount or null where the answer leaves it empty. */
export const decimalOrNull = z.preprocess((value) => (isBlank(value) ? null : value), decimal.nullable());

/**
 * Calendar day of an API timestamp. impact.com writes timestamps with the offset of the account's zone, so the day
 * as written is the day in the account's zone; converting it to another zone could move it by one.
 */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/)
  .transform((value, context) => {
    try {
      return Temporal.PlainDate.from(value.slice(0, 10), { overflow: "reject" }).toString();
    } catch {
      context.addIssue({ code: "custom", message: "not a day of the calendar" });
      return z.NEVER;
    }
  });

/** Day or null where the answer leaves it empty ("" or null both occur). */
export const dayOrNull = z.preprocess((value) => (isBlank(value) ? null : value), day.nullable());
