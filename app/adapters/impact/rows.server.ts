import type { z } from "zod";
import type { FetchResult, SetAside } from "#app/ports/impact.ts";
import { fieldOf } from "./failures.server.ts";
import { isBlank } from "./scalars.server.ts";

/**
 * Reads one row of a list; `fields` are those it looks at. Where a list has thousands of rows, `plain` reads one that is
 * as nearly all are several times faster than the schema, and leaves any other to it with null.
 */
export type RowReader<Row> = {
  schema: z.ZodType<Row>;
  fields: readonly string[];
  plain?: (row: unknown) => Row | null;
};

/** A reader made of the fields it wants and what it makes of them. */
export function rowReader<Shape extends z.ZodRawShape, Row>(
  wanted: z.ZodObject<Shape>,
  make: (row: z.output<z.ZodObject<Shape>>, context: z.RefinementCtx) => Row,
): RowReader<Row> {
  return { schema: wanted.transform(make) as unknown as z.ZodType<Row>, fields: Object.keys(wanted.shape) };
}

/** A row of an answer, not looked at yet. */
export type RawRow = Readonly<Record<string, unknown>>;

/** The same for a long list; `plain` gives of a row what `wanted` would, or null. */
export function longListReader<Shape extends z.ZodRawShape, Row>(
  wanted: z.ZodObject<Shape>,
  make: (row: z.output<z.ZodObject<Shape>>) => Row,
  plain: (row: RawRow) => z.output<z.ZodObject<Shape>> | null,
): RowReader<Row> {
  return {
    ...rowReader(wanted, make),
    plain: (row) => {
      const read = isRawRow(row) ? plain(row) : null;
      return read && make(read);
    },
  };
}

const isRawRow = (row: unknown): row is RawRow =>
  typeof row === "object" && row !== null && !Array.isArray(row);

/** `repeated`: how many rows were there before, word for word, and count once. */
export type ReadRows<Row> = { rows: Row[]; aside: SetAside[]; repeated: number };

/**
 * Reads the rows of one page one by one: what cannot be read is set aside with its reason, and hides no other row. Of two
 * rows with one key that say different things nobody knows which is right: the second is set aside too.
 */
export function readRows<Row>(
  list: readonly unknown[],
  { schema, fields, plain }: RowReader<Row>,
  keyOf: (row: Row) => string,
): ReadRows<Row> {
  const byKey = new Map<string, Row>();
  const aside: SetAside[] = [];
  let repeated = 0;
  for (const each of list) {
    const plainly = plain?.(each) ?? null;
    const read = plainly === null ? schema.safeParse(each) : { success: true as const, data: plainly };
    if (!read.success) {
      aside.push(setAside(each, problemOf(each, read.error), fields));
      continue;
    }
    const key = keyOf(read.data);
    const before = byKey.get(key);
    if (before === undefined) byKey.set(key, read.data);
    else if (JSON.stringify(before) === JSON.stringify(read.data)) repeated += 1;
    else aside.push(setAside(each, { field: "Id", problem: "contradiction" }, fields));
  }
  return { rows: [...byKey.values()], aside, repeated };
}

/** A list that was read, with the rows set aside where there are any. */
export const readWith = <Row>(value: Row[], aside: readonly SetAside[]): FetchResult<Row[]> =>
  aside.length === 0 ? { outcome: "read", value } : { outcome: "read", value, aside };

/** As much of a row as says what is wrong with it. */
const LONGEST_ROW = 2_000;
const LONGEST_ID = 200;

function setAside(
  row: unknown,
  why: Pick<SetAside, "field" | "problem">,
  fields: readonly string[],
): SetAside {
  const kept = Object.fromEntries(fields.map((field) => [field, at(row, field)]));
  const id = at(row, "Id");
  return {
    id: typeof id === "string" && id !== "" ? id.slice(0, LONGEST_ID) : null,
    ...why,
    row: JSON.stringify(kept).slice(0, LONGEST_ROW),
  };
}

function problemOf(row: unknown, error: z.ZodError): Pick<SetAside, "field" | "problem"> {
  const path = error.issues[0]?.path ?? [];
  const problem = isBlank(path.reduce<unknown>(at, row)) ? "missing" : "not-understood";
  return { field: fieldOf(path) || "row", problem };
}

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
