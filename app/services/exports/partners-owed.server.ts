import {
  addPartnersOwed,
  isCardCurrency,
  type PartnersOwed,
  type PartnersOwedReport,
  partnersOwedReport,
  toDay,
} from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { ImpactResource } from "#app/ports/index.ts";
import { type AccountBase, loadSummary } from "../account/load-account.server.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import type { Deps } from "../deps.ts";
import { type Cell, csvLines, plain } from "./csv.ts";
import { unreadLines } from "./unread-lines.ts";

/** What is owed rests on these lists. */
const OWED_LISTS: readonly ImpactResource[] = ["Campaigns", "Actions"];
export const isOfOwed = ({ resource }: UnreadList): boolean => OWED_LISTS.includes(resource);

/** Actions held at once while they are added up. */
const PAGE = 500;

/** `report` is null while the actions were never read completely: not known, which is not "nobody is owed". */
export type OwedView = { view: AccountBase; checkedAt: string | null; report: PartnersOwedReport | null };

/** Who is owed what, and when it locks. Null for a shop never seen. */
export async function partnersOwed(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<OwedView | null> {
  const view = await loadSummary(input, deps);
  if (!view) return null;
  const key = view.connection && { shop: input.shop, accountSid: view.connection.accountSid };
  const sync = key && (await deps.db.syncs.find(key));
  const seen = view.snapshots.find(({ resource }) => resource === "Actions")?.checkedAt ?? null;
  // Sums in one currency shown as another would be wrong without looking wrong: unknown until they are read anew.
  if (!key || !sync?.completedAt || sync.currency !== view.currency || !isCardCurrency(sync.currency))
    return { view, checkedAt: seen?.toString() ?? null, report: null };
  let owed: PartnersOwed = new Map();
  for (let after = ""; ; ) {
    const page = await deps.db.actions.page(key, after, PAGE);
    owed = addPartnersOwed(owed, page, toDay(view.today));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
  }
  const checkedAt = (seen ?? sync.completedAt).toString();
  return { view, checkedAt, report: partnersOwedReport(owed, sync.currency) };
}

/** The same list for a spreadsheet. */
export function owedCsv({ report, view }: OwedView, words: Translator): Uint8Array {
  const { t } = words;
  const rows = (report?.partners ?? []).map(({ partner, total, pending, locked }): Cell[] => [
    partner,
    pending.count,
    plain(pending.amount),
    plain(pending.firstLock),
    plain(pending.lastLock),
    pending.undated,
    locked.count,
    plain(locked.amount),
    plain(locked.firstLock),
    plain(locked.lastLock),
    plain(total),
    view.currency,
  ]);
  return csvLines(
    [...rows, ...unreadLines(view.unread.filter(isOfOwed), words)],
    [
      t("export.csv.partner"),
      t("export.csv.pendingCount"),
      t("export.csv.pendingAmount"),
      t("export.csv.pendingFirstLock"),
      t("export.csv.pendingLastLock"),
      t("export.csv.pendingUndated"),
      t("export.csv.lockedCount"),
      t("export.csv.lockedAmount"),
      t("export.csv.lockedFirst"),
      t("export.csv.lockedLast"),
      t("export.csv.total"),
      t("export.csv.currency"),
    ],
  );
}
