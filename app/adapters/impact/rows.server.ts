import type { z } from "zod";
import type { FetchResult, SetAside } from "#app/ports/impact.ts";
import { fieldOf } from "./failures.server.ts";
import { isBlank } from "./scalars.server.ts";

/** Reads one row of a list; `fields` are those it looks at. */
export type RowReader<Row> = { schema: z.ZodType<Row>; fields: readonly string[] };

/** A reader made of the fields it wants and what it makes of them. */
export function rowReader<Shape extends z.ZodRawShape, Row>(
  wanted: z.ZodObject<Shape>,
  make: (row: z.output<z.ZodObject<Shape>>, context: z.RefinementCtx) => Row,
): RowReader<Row> {
  return { schema: wanted.transform(make) as unknown as z.ZodType<Row>, fields: Object.keys(wanted.shape) };
}

export type ReadRows<Row> = { rows: Row[]; aside: SetAside[] };

/** Reads rows one by one: what cannot be read is set aside with its reason, and hides no other row. */
export function readRows<Row>(list: readonly unknown[], { schema, fields }: RowReader<Row>): ReadRows<Row> {
  const rows: Row[] = [];
  const aside: SetAside[] = [];
  for (const each of list) {
    const read = schema.safeParse(each);
    if (read.success) rows.push(read.data);
    else aside.push(setAside(each, read.error, fields));
  }
  return { rows, aside };
}

/** A list that was read, with the rows set aside where there are any. */
export const readWith = <Row>(value: Row[], aside: readonly SetAside[]): FetchResult<Row[]> =>
  aside.length === 0 ? { outcome: "read", value } : { outcome: "read", value, aside };

/** As much of a row as says what is wrong with it. */
const LONGEST_ROW = 2_000;
const LONGEST_ID = 200;

function setAside(row: unknown, error: z.ZodError, fields: readonly string[]): SetAside {
  const path = error.issues[0]?.path ?? [];
  const kept = Object.fromEntries(fields.map((field) => [field, at(row, field)]));
  const id = at(row, "Id");
  return {
    id: typeof id === "string" && id !== "" ? id.slice(0, LONGEST_ID) : null,
    field: fieldOf(path) || "row",
    problem: isBlank(path.reduce<unknown>(at, row)) ? "missing" : "not-understood",
    row: JSON.stringify(kept).slice(0, LONGEST_ROW),
  };
}

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
