import { isDeepStrictEqual } from "node:util";
import type { Action, DailyTotals } from "#app/domain/index.ts";
import type { AccountKey } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** Actions held at once: few, because other requests are served between two pages and not within one. */
const PAGE = 500;

/**
 * Every action of an account whose sums are `totals`, page by page. No transaction is kept open while somebody
 * downloads. So a reading of impact.com may change the rows in between, and then the pages would be of no moment at
 * all: that is thrown at the end, and the download fails.
 */
export async function* actionPages(
  key: AccountKey,
  totals: DailyTotals,
  deps: Pick<Deps, "db">,
): AsyncGenerator<Action[]> {
  for (let after = ""; ; ) {
    const page = await deps.db.actions.page(key, after, PAGE);
    yield page.map(({ programId: _programId, ...action }) => action);
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
  }
  if (!isDeepStrictEqual(await deps.db.actions.totals(key), totals))
    throw new Error("The actions changed while they were written.");
}
