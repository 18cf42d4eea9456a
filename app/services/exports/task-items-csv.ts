import type { TaskItem } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import { type Cell, csvLines, plain } from "./csv.ts";
import { unreadLines } from "./unread-lines.ts";

/** The things of a task for a spreadsheet, as its page lists them. */
export function taskItemsCsv(
  {
    items,
    currency,
    unread,
  }: { items: readonly TaskItem[]; currency: string; unread: readonly UnreadList[] },
  words: Translator,
): Uint8Array {
  const { t } = words;
  const rows = items.map(({ id, name, detail, state, on, trackedOn, amount, revenue }): Cell[] => [
    id,
    name,
    detail,
    t(`closing.item.${state}`),
    plain(on),
    plain(trackedOn),
    plain(amount),
    plain(revenue),
    currency,
  ]);
  return csvLines(
    [...rows, ...unreadLines(unread, words)],
    [
      t("export.csv.id"),
      t("closing.item.name"),
      t("export.csv.program"),
      t("export.csv.state"),
      t("closing.item.on"),
      t("export.csv.trackedOn"),
      t("closing.item.amount"),
      t("export.csv.revenue"),
      t("export.csv.currency"),
    ],
  );
}
