import type { Answer, JsonObject } from "#sandbox/impact/api/resource.ts";

type ListAnswer = Extract<Answer, { kind: "list" }>;

export type Page =
  | { outcome: "page"; number: number; attributes: Record<string, string>; rows: JsonObject[] }
  | { outcome: "refused"; field: string; message: string };

/**
 * Cuts one page out of a list by `Page` (from 1) and `PageSize`. The paging fields are strings, `@start` and `@end`
 * count from 0, and links are empty where there is no such page (H41).
 */
export function pageOf(list: ListAnswer, query: URLSearchParams, path: string, splitInTwo: boolean): Page {
  const number = wholeNumber(query.get("Page"), 1);
  const asked = wholeNumber(query.get("PageSize"), list.rules.defaultSize);
  if (number === null) return { outcome: "refused", field: "Page", message: "Page must be a number from 1." };
  if (asked === null || asked < list.rules.minSize)
    return {
      outcome: "refused",
      field: "PageSize",
      message: `PageSize must be at least ${list.rules.minSize}.`,
    };
  const size = splitInTwo ? Math.max(1, Math.min(asked, Math.ceil(list.total / 2))) : asked;
  // Also a list of one row, or of none, then has a second page to fail on.
  const pages = Math.max(splitInTwo ? 2 : 1, Math.ceil(list.total / size));
  if (list.rules.maxPages !== null && pages > list.rules.maxPages)
    return {
      outcome: "refused",
      field: "PageSize",
      message: `The result has ${list.total} records, more than ${list.rules.maxPages} pages of ${size}. Reduce the date range or increase PageSize.`,
    };
  const from = (number - 1) * size;
  const rows = list.rows(from, from + size);
  const link = (page: number) => (page < 1 || page > pages ? "" : linkTo(path, query, page, size));
  return {
    outcome: "page",
    number,
    rows,
    attributes: {
      "@page": String(number),
      "@numpages": String(pages),
      "@pagesize": String(size),
      "@total": String(list.total),
      "@start": String(from),
      "@end": String(Math.max(from, from + rows.length - 1)),
      "@uri": linkTo(path, query, number, size),
      "@firstpageuri": link(1),
      "@previouspageuri": link(number - 1),
      "@nextpageuri": link(number + 1),
      "@lastpageuri": link(pages),
    },
  };
}

function linkTo(path: string, query: URLSearchParams, page: number, size: number): string {
  const next = new URLSearchParams(query);
  next.set("Page", String(page));
  next.set("PageSize", String(size));
  return `${path}?${next}`;
}

function wholeNumber(text: string | null, fallback: number): number | null {
  if (text === null) return fallback;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
