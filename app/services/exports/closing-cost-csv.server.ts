import { type ClosingOutlook, type CostStretchJson, readDate } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { closingFigures } from "#app/services/closing/closing-figures.ts";
import { closingOf } from "#app/services/closing/closing-path.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { UnreadList } from "../account/unread-rows.ts";
import type { Deps } from "../deps.ts";
import { type Cell, csvLines, plain } from "./csv.ts";
import { unreadLines } from "./unread-lines.ts";

/** What closing costs on every day of every scenario, for a spreadsheet; null where no fee is known. */
export async function closingCostCsv(
  input: { shop: string },
  translator: Translator,
  deps: Pick<Deps, "db" | "clock">,
): Promise<Uint8Array | null> {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const { closingPath, explained } = closingOf(view);
  const { outlook } = closingFigures(view, { route: closingPath.route, explained });
  return outlook && costCsv(outlook, view.unread, translator);
}

export function costCsv(
  { scenarios, currency }: ClosingOutlook,
  unread: readonly UnreadList[],
  words: Translator,
): Uint8Array {
  const { t } = words;
  const rows = scenarios.flatMap(({ key, approved, stretches }) =>
    stretches.flatMap((stretch) =>
      daysOf(stretch).map((day): Cell[] => [
        t(`closing.cost.scenario.${key}`, { count: approved }),
        plain(day),
        t(stretch.possible ? "closing.cost.possible" : "closing.cost.notYet"),
        plain(stretch.fees),
        plain(stretch.partnerCosts),
        plain(stretch.fromBalance),
        plain(stretch.expectedRefund),
        plain(stretch.net),
        currency,
      ]),
    ),
  );
  return csvLines(
    [...rows, ...unreadLines(unread, words)],
    [
      t("closing.cost.scenario"),
      t("closing.cost.ifCloses"),
      t("closing.cost.closing"),
      t("closing.cost.fees"),
      t("closing.cost.commissions"),
      t("closing.cost.fromBalance"),
      t("closing.refund"),
      t("closing.cost.fromCard"),
      t("export.csv.currency"),
    ],
  );
}

function daysOf({ from, to }: CostStretchJson): string[] {
  const days: string[] = [];
  for (let day = readDate(from); day && day.toString() <= to; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}
