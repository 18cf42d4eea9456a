import type { Translator } from "#app/messages/translator.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import type { Cell } from "./csv.ts";

/** Behind the lines of a table which rows could not be read: whoever has only the file must not take its sums for all. */
export const unreadLines = (unread: readonly UnreadList[], { t }: Pick<Translator, "t">): Cell[][] =>
  unread.length === 0
    ? []
    : [
        ...unread.map(({ resource, count, all }) => {
          const values = { resource: t(`resource.${resource}`), count };
          return [all === null ? t("unread.row", values) : t("unread.rowOf", { ...values, all })];
        }),
        [t("unread.body")],
      ];
