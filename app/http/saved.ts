const MARK = "saved";

/** Where a form leads that was saved: the page there says so. */
export function savedAt(url: string): string {
  const [path = "", fragment] = url.split("#");
  const marked = `${path}${path.includes("?") ? "&" : "?"}${MARK}=1`;
  return fragment === undefined ? marked : `${marked}#${fragment}`;
}

/** Whether this page was come to from a form that was saved. */
export const isSaved = (search: string): boolean => new URLSearchParams(search).has(MARK);

/** The page's query without that mark. */
export function withoutSaved(search: string): string {
  const query = new URLSearchParams(search);
  query.delete(MARK);
  return query.size === 0 ? "" : `?${query}`;
}
