import { Prisma } from "./generated/client.ts";

/**
 * Characters that nobody writes; one that does stand in a value is passed over for the next. The first is one byte on its
 * way too, where the others are escaped twice.
 */
const SEPARATORS = ["\u007F", "\u001F", "\u001E", "\u001D"];

/** What stands for a missing value; no number is written as nothing. */
const MISSING = { text: "\\N", bigint: "", int: "" };

/**
 * A column of thousands of values as one text, which the database takes apart: as an array every value would be written
 * and read again by each library on its way, which takes longer than storing the row. Null for the few columns that cannot travel so.
 */
export function packedColumn(
  values: readonly (string | number | bigint | null)[],
  type: "text" | "bigint" | "int",
): Prisma.Sql | null {
  const missing = MISSING[type];
  const texts = values.map((value) => (value === null ? missing : String(value)));
  const separator = SEPARATORS.find((each) => !texts.some((text) => text.includes(each)));
  if (separator === undefined || values.some((value) => value === missing)) return null;
  const packed = texts.join(separator);
  // PostgreSQL takes an empty text for no value at all.
  if (packed === "") return null;
  return Prisma.sql`string_to_array(${packed}, ${separator}, ${missing})::${Prisma.raw(type)}[]`;
}
