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

/** The things of a task, a row each; on a phone a row is a card that says its headings itself. */
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
            {columns.map((column) => (
              <th key={column} scope="col" className={NUMBERS.has(column) ? "number" : undefined}>
                {t(`closing.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.id} ${item.detail}`}>
              {columns.map((column, at) => (
                <Cell key={column} column={column} item={item} currency={currency} first={at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { column: Column; item: TaskItem; currency: string; first: boolean };

function Cell({ column, item, currency, first }: CellProps) {
  const { t } = useTranslator();
  const content = <Content {...{ column, item, currency }} />;
  if (first) return <th scope="row">{content}</th>;
  return (
    <td className={NUMBERS.has(column) ? "number" : undefined} data-label={t(`closing.column.${column}`)}>
      {content}
    </td>
  );
}

function Content({ column, item, currency }: Omit<CellProps, "first">) {
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
