import { z } from "zod";
import type { FetchResult, ReadFailure, TakePage } from "#app/ports/impact.ts";
import { TOO_MANY_PAGES, unexpectedAnswer, unexpectedField } from "./failures.server.ts";
import type { Call, Request } from "./request.server.ts";
import { text } from "./scalars.server.ts";

/** How often a list is started over when it changed under our hands before we call it unreadable. */
const MAX_READS = 3;
/** No list of an account is this long; an answer that says so would keep us asking for hours. */
const ENDLESS = 1_000;

const count = text.regex(/^\d{1,9}$/).transform(Number);
const paging = z.looseObject({ "@page": count, "@numpages": count, "@total": count.optional() });
const optionalPaging = paging.partial();

export type ListCall<Row> = Call & {
  /** Property of the answer that holds the rows. */
  key: string;
  row: z.ZodType<Row>;
  /** Longest list the endpoint allows; a longer one is refused before its second page. */
  maxPages?: number;
  /** The invoices document does not promise paging fields; an answer with none of them is then one whole page. */
  pagingOptional?: boolean;
};

type Page<Row> = { pages: number; total: number | undefined; rows: Row[] };
type Inconsistent = { outcome: "inconsistent"; field: string };

/**
 * Reads every page of a list, by page number on our own address: addresses in answers are never followed.
 * A page that fails fails the whole list; a list that changes while it is read is read again.
 */
export async function readList<Row extends { id: string }>(
  request: Request,
  call: ListCall<Row>,
): Promise<FetchResult<Row[]>> {
  let rows: Row[] = [];
  const list = await readAgain(call, () => {
    rows = [];
    return readOnce(request, call, async (page) => {
      for (const row of page) rows.push(row);
    });
  });
  return list.outcome === "read" ? { outcome: "read", value: rows } : list;
}

/** The same page by page, so that only one is held in memory. A list read again hands its pages over again. */
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
  const seen = new Set<string>();
  let rows = 0;
  const handOver = async (page: Row[]) => {
    rows += page.length;
    for (const row of page) seen.add(row.id);
    if (page.length > 0) await take(page);
  };
  const first = await readPage(request, call, 1);
  if (first.outcome !== "read") return first;
  const { pages, total } = first.value;
  if (pages > (call.maxPages ?? ENDLESS)) return unexpectedAnswer(call.resource, TOO_MANY_PAGES);
  await handOver(first.value.rows);
  for (let number = 2; number <= pages; number += 1) {
    const next = await readPage(request, call, number);
    if (next.outcome !== "read") return next;
    if (next.value.pages !== pages) return inconsistent("@numpages");
    if (next.value.total !== total) return inconsistent("@total");
    await handOver(next.value.rows);
  }
  if (seen.size !== rows) return inconsistent(`${call.key}[].Id`);
  if (total !== undefined && rows !== total) return inconsistent("@total");
  return { outcome: "read", value: null };
}

async function readPage<Row>(
  request: Request,
  call: ListCall<Row>,
  number: number,
): Promise<{ outcome: "read"; value: Page<Row> } | ReadFailure | Inconsistent> {
  const { credentials, resource, path } = call;
  const query = { ...call.query, Page: String(number) };
  const answer = await request({ credentials, resource, path, query });
  if (answer.outcome !== "read") return answer;
  const parsed = (call.pagingOptional ? optionalPaging : paging).safeParse(answer.value);
  if (!parsed.success) return unexpectedField(resource, parsed.error);
  const rows = z.array(call.row).safeParse(parsed.data[call.key]);
  if (!rows.success) return unexpectedField(resource, rows.error, call.key);
  const { "@page": page = number, "@numpages": pages = 1, "@total": total } = parsed.data;
  if (page !== number) return inconsistent("@page");
  return { outcome: "read", value: { pages, total, rows: rows.data } };
}

function inconsistent(field: string): Inconsistent {
  return { outcome: "inconsistent", field };
}
