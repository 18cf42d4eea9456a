import { z } from "zod";
import type { FetchResult, ReadFailure, SetAside, TakePage } from "#app/ports/impact.ts";
import { TOO_MANY_PAGES, unexpectedAnswer, unexpectedField } from "./failures.server.ts";
import type { Call, Request } from "./request.server.ts";
import { type ReadRows, type RowReader, readRows, readWith } from "./rows.server.ts";
import { isBlank } from "./scalars.server.ts";

/** How often a list is started over when it changed under our hands before we call it unreadable. */
const MAX_READS = 3;
/** No list of an account is this long; an answer that says so would keep us asking for hours. */
const ENDLESS = 1_000;

/** The paging fields are used where they are there; no document promises them for every list. */
const count = z.preprocess(
  (value) => (isBlank(value) ? undefined : value),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional(),
);
const paging = z.looseObject({
  "@page": count,
  "@numpages": count,
  "@total": count,
  "@nextpageuri": z.unknown().optional(),
});

export type ListCall<Row> = Call & {
  /** Property of the answer that holds the rows. */
  key: string;
  row: RowReader<Row>;
  /** Longest list the endpoint allows; a longer one is refused before its second page. */
  maxPages?: number;
  /** What tells two rows apart where ids alone do not. */
  keyOf?: (row: Row) => string;
};

type Page<Row> = ReadRows<Row> & {
  pages: number | undefined;
  total: number | undefined;
  /** Whether the answer names a page after this one; its address is never followed. */
  hasNext: boolean;
};
type Inconsistent = { outcome: "inconsistent"; field: string };
type ReadPage<Row> = { outcome: "read"; value: Page<Row> } | ReadFailure | Inconsistent;

/**
 * Reads every page of a list, by page number on our own address: addresses in answers are never followed.
 * A page that fails fails the whole list; a list that changes while it is read is read again.
 */
export async function readList<Row extends { id: string }>(
  request: Request,
  call: ListCall<Row>,
): Promise<FetchResult<Row[]>> {
  let rows: Row[] = [];
  let aside: SetAside[] = [];
  const list = await readAgain(call, () => {
    rows = [];
    aside = [];
    return readOnce(request, call, async (page, pageAside = []) => {
      for (const row of page) rows.push(row);
      aside.push(...pageAside);
    });
  });
  return list.outcome === "read" ? readWith(rows, aside) : list;
}

/**
 * The same page by page; while one is taken the next is read, and no other is held in memory. A list read again hands its
 * pages over again.
 */
export function readPages<Row extends { id: string }>(
  request: Request,
  call: ListCall<Row>,
  take: TakePage<Row>,
): Promise<FetchResult<null>> {
  return readAgain(call, () => readOnce(request, call, take));
}

async function readAgain<Row>(
  { resource }: ListCall<Row>,
  read: () => Promise<FetchResult<null> | Inconsistent>,
): Promise<FetchResult<null>> {
  for (let reads = 1; ; reads += 1) {
    const list = await read();
    if (list.outcome !== "inconsistent") return list;
    if (reads === MAX_READS) return unexpectedAnswer(resource, list.field);
  }
}

async function readOnce<Row extends { id: string }>(
  request: Request,
  call: ListCall<Row>,
  take: TakePage<Row>,
): Promise<FetchResult<null> | Inconsistent> {
  const keyOf = keyOfRows(call);
  const seen = new Set<string>();
  let listed = 0;
  let repeats = 0;
  const count = ({ rows, aside, repeated }: Page<Row>) => {
    for (const row of rows) seen.add(keyOf(row));
    // A row without an id can be told from no other; several with one id on one page are several.
    const ids = new Set<string>();
    for (const { id } of aside) {
      seen.add(id === null || ids.has(id) ? `row ${seen.size}` : `aside ${id}`);
      if (id !== null) ids.add(id);
    }
    listed += rows.length + aside.length;
    repeats += repeated;
  };
  let first: Page<Row> | null = null;
  let next: Promise<ReadPage<Row>> | null = readPage(request, call, 1);
  for (let number = 1; next; number += 1) {
    const read: ReadPage<Row> = await next;
    if (read.outcome !== "read") return read;
    const page: Page<Row> = read.value;
    first ??= page;
    if ((first.pages ?? number) > (call.maxPages ?? ENDLESS))
      return unexpectedAnswer(call.resource, TOO_MANY_PAGES);
    if (page.pages !== first.pages) return inconsistent("@numpages");
    if (page.total !== first.total) return inconsistent("@total");
    count(page);
    // Asked for before this page is taken: impact.com answers while it is stored.
    next = goesOn(page, number, listed + repeats) ? readPage(request, call, number + 1) : null;
    // When this page cannot be taken, nobody waits for the next.
    next?.catch(() => undefined);
    if (page.rows.length > 0 || page.aside.length > 0) await take(page.rows, page.aside);
  }
  if (seen.size !== listed) return inconsistent(`${call.key}[].Id`);
  if (first?.total !== undefined && listed + repeats !== first.total) return inconsistent("@total");
  return { outcome: "read", value: null };
}

/** Whether there is a page behind this one: by their number, else by the total, else by whether one is named. */
function goesOn<Row>(
  { pages, total, hasNext, rows, aside }: Page<Row>,
  number: number,
  listed: number,
): boolean {
  if (pages !== undefined) return number < pages;
  const isEmpty = rows.length + aside.length === 0;
  return !isEmpty && (total !== undefined ? listed < total : hasNext);
}

const keyOfRows = <Row extends { id: string }>(call: ListCall<Row>) => call.keyOf ?? ((row: Row) => row.id);

async function readPage<Row extends { id: string }>(
  request: Request,
  call: ListCall<Row>,
  number: number,
): Promise<ReadPage<Row>> {
  const { credentials, resource, path, key } = call;
  const query = { ...call.query, Page: String(number) };
  // Rows that are read plainly have no parts of their own.
  const wanted = call.row.plain && { list: key, fields: call.row.fields };
  const answer = await request({ credentials, resource, path, query, wanted });
  if (answer.outcome !== "read") return answer;
  const parsed = paging.safeParse(answer.value);
  if (!parsed.success) return unexpectedField(resource, parsed.error);
  const { "@page": page = number, "@numpages": pages, "@total": total, "@nextpageuri": next } = parsed.data;
  const list = rowsIn(parsed.data[key], total);
  if (list === null) return unexpectedAnswer(resource, key);
  if (page !== number) return inconsistent("@page");
  const read = readRows(list, call.row, keyOfRows(call));
  return { outcome: "read", value: { pages, total, hasNext: !isBlank(next), ...read } };
}

/**
 * The rows of an answer: a single object where a list belongs is a list of one, and no list at all is an empty one where
 * the answer says that there is nothing. Null where it says neither.
 */
function rowsIn(list: unknown, total: number | undefined): unknown[] | null {
  if (Array.isArray(list)) return list;
  if (typeof list === "object" && list !== null) return [list];
  return isBlank(list) && total === 0 ? [] : null;
}

function inconsistent(field: string): Inconsistent {
  return { outcome: "inconsistent", field };
}
