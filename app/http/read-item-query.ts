import type { ItemQuery } from "#app/domain/index.ts";

const MOST_SEARCHED = 100;
const MOST_PAGES = 100_000;

/** Tab, search and page of a list, as its address has them; what is none of ours is the first page. */
export function readItemQuery(params: URLSearchParams): ItemQuery {
  const page = Number(params.get("page") ?? "1");
  return {
    show: params.get("show") ?? "",
    search: (params.get("q") ?? "").slice(0, MOST_SEARCHED),
    page: Number.isInteger(page) && page > 0 && page <= MOST_PAGES ? page : 1,
  };
}
