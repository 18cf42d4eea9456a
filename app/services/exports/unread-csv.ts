import type { Translator } from "#app/messages/translator.ts";
import type { KeptAside } from "#app/ports/index.ts";
import { csvLines } from "./csv.ts";

/** Every row of impact.com's that could not be read, with the reason and what it says. */
export function unreadCsv(rows: readonly KeptAside[], t: Translator["t"]): Uint8Array {
  return csvLines(
    rows.map(({ resource, id, field, problem, row }) => [
      t(`resource.${resource}`),
      id,
      field,
      t(`export.why.${problem}`),
      row,
    ]),
    [
      t("export.csv.list"),
      t("export.csv.id"),
      t("export.csv.field"),
      t("export.csv.why"),
      t("export.csv.row"),
    ],
  );
}
