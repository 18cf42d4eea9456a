import { useTranslator } from "#app/components/page/translator.tsx";
import type { TaskItem } from "#app/domain/closing-path/task-items.ts";
import type { taskGroup } from "./task-group.ts";

type Column =
  | "partner"
  | "contract"
  | "program"
  | "ends"
  | "state"
  | "invoice"
  | "due"
  | "total"
  | "locks"
  | "action"
  | "tracked"
  | "commission"
  | "catalog";
type Group = ReturnType<typeof taskGroup>;

const COLUMNS: Record<Group, readonly Column[]> = {
  contracts: ["partner", "contract", "program", "ends", "state"],
  invoices: ["invoice", "due", "state", "total"],
  actions: ["locks", "partner", "action", "tracked", "commission"],
  catalogs: ["catalog", "contract", "state"],
};
const NUMBERS: ReadonlySet<Column> = new Set(["total", "commission"]);
/** What needs no heading beside it where a row is two lines. */
const SAY_THEMSELVES: ReadonlySet<Column> = new Set(["partner", "contract", "program", "action", "state"]);

/** The things of a task, a row each; on a phone two lines: its name and what it comes to, and the rest in small. */
export function ItemTable({
  group,
  items,
  currency,
}: {
  group: Group;
  items: readonly TaskItem[];
  currency: string;
}) {
  const { t } = useTranslator();
  const columns = COLUMNS[group];
  return (
    <div className="table-scroll">
      <table className="closing-table texts cards" aria-label={t(`closing.items.${group}`)}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column} scope="col" className={classOf(column, at === columns.length - 1)}>
                {t(`closing.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.id} ${item.detail}`}>
              {columns.map((column, at) => (
                <Cell
                  key={column}
                  column={column}
                  item={item}
                  currency={currency}
                  place={at === 0 ? "first" : at === columns.length - 1 ? "last" : "between"}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { column: Column; item: TaskItem; currency: string; place: "first" | "between" | "last" };

function Cell({ column, item, currency, place }: CellProps) {
  const { t } = useTranslator();
  const content = <Content {...{ column, item, currency }} />;
  if (place === "first") return <th scope="row">{content}</th>;
  return (
    <td className={classOf(column, place === "last", item)} data-label={t(`closing.column.${column}`)}>
      {content}
    </td>
  );
}

/** On a phone a partner has a line of its own, and no end date is not said row by row. */
function classOf(column: Column, isLast: boolean, item?: TaskItem): string {
  return [
    column === "partner" ? "row-whole" : "",
    column === "ends" && item?.on === null ? "row-none" : "",
    NUMBERS.has(column) ? "number" : "",
    isLast ? "row-end" : "",
    SAY_THEMSELVES.has(column) ? "says-itself" : "",
  ].join(" ");
}

function Content({ column, item, currency }: Omit<CellProps, "place">) {
  const { t, shortDate, money } = useTranslator();
  const day = (iso: string | null) => (iso === null ? t("closing.item.noDay") : shortDate(iso));
  const amount = (value: string | null) => (value === null ? "" : money(value, currency));
  switch (column) {
    case "partner":
      return (
        <span>
          <bdi>{item.name}</bdi>
          {item.trackedOn && item.detail ? (
            <span className="cell-note">
              <bdi>{item.detail}</bdi>
            </span>
          ) : null}
        </span>
      );
    case "catalog":
      return <bdi>{item.name}</bdi>;
    case "contract":
    case "invoice":
    case "action":
      return <bdi>{item.id}</bdi>;
    case "program":
      return <bdi>{item.detail}</bdi>;
    case "ends":
      return item.on === null ? t("closing.item.noEnd") : day(item.on);
    case "due":
    case "locks":
      return day(item.on);
    case "tracked":
      return day(item.trackedOn);
    case "state":
      return t(`closing.item.${item.state}`);
    case "total":
      return amount(item.amount);
    case "commission":
      return (
        <span>
          {amount(item.amount)}
          {item.revenue ? (
            <span className="cell-note">
              {t("closing.item.of", { amount: money(item.revenue, currency) })}
            </span>
          ) : null}
        </span>
      );
  }
}
