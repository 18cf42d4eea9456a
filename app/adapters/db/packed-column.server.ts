import { Prisma } from "./generated/client.ts";

/** Characters that nobody writes; one that does stand in a value is passed over for the next. */
const SEPARATORS = ["\u001F", "\u001E", "\u001D", "\u001C"];

/** What stands for a missing value. */
const MISSING = "\\N";

/**
 * A column of thousands of values as one text, which the database takes apart: as an array every value would be written
 * and read again by each library on its way, which takes longer than storing the row. Null for the few columns that cannot travel so.
 */
export function packedColumn(
  values: readonly (string | number | bigint | null)[],
  type: "text" | "bigint" | "int",
): Prisma.Sql | null {
  const texts = values.map((value) => (value === null ? MISSING : String(value)));
  const separator = SEPARATORS.find((each) => !texts.some((text) => text.includes(each)));
  if (separator === undefined || values.some((value) => value === MISSING)) return null;
  const packed = texts.join(separator);
  // PostgreSQL takes an empty text for no value at all.
  if (packed === "") return null;
  return Prisma.sql`string_to_array(${packed}, ${separator}, ${MISSING})::${Prisma.raw(type)}[]`;
}
