import type { FetchResult, Span, TakePage } from "#app/ports/impact.ts";
import { mayBeTooWide } from "./failures.server.ts";
import { type ListCall, readPages } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { halve, windowBounds } from "./windows.server.ts";

/** The API refuses lists of more pages than this (domain.md 6.2). */
const MAX_PAGES = 10;
/** Rows per page: the API's minimum (domain.md 6.3), so that a page with all that is made of it stays small in memory. */
export const PAGE_SIZE = "2000";

/** A list cut by `{filter}Start` and `{filter}End`, both always given: the API's own default is the last seven days. */
type WindowCall<Row> = ListCall<Row> & { filter: readonly [start: string, end: string] };

/** Reads one window of a list, in halves where the API holds it too large; down to a single day. */
export async function readWindow<Row extends { id: string }>(
  request: Request,
  call: WindowCall<Row>,
  window: Span,
  take: TakePage<Row>,
): Promise<FetchResult<null>> {
  const { start, end } = windowBounds(window);
  const bounds = { [call.filter[0]]: start, [call.filter[1]]: end };
  const query = { ...call.query, ...bounds, PageSize: PAGE_SIZE };
  const list = await readPages(request, { ...call, query, maxPages: MAX_PAGES }, take);
  if (list.outcome === "read" || !mayBeTooWide(list)) return list;
  const halves = halve(window);
  if (!halves) return list;
  for (const half of halves) {
    const part = await readWindow(request, call, half, take);
    if (part.outcome !== "read") return part;
  }
  return { outcome: "read", value: null };
}
