import { Button, InlineStack } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { MessageId } from "#app/messages/catalogue.ts";
import { useWhy } from "./asking.ts";

/** The cells of a ledger's row, as the table heads them. */
const CELLS = [
  ["newlyOwed", "ledger.col.owed"],
  ["cardCharge", "ledger.col.card"],
  ["deduction", "ledger.col.fromBalance"],
  ["closing", "ledger.col.balance"],
] as const satisfies readonly (readonly [string, MessageId])[];

type Cell = { date: string; title: MessageId };

/** The day and the column a figure of the ledger stands in; null for every other figure. */
function cellOf(figure: string): Cell | null {
  const [, date, column] = /^statement\.(\d{4}-\d\d-\d\d)\.(\w+)$/.exec(figure) ?? [];
  const [, title] = CELLS.find(([name]) => name === column) ?? [];
  return date && title ? { date, title } : null;
}

/** A row of the ledger is asked for as a whole; here each of its amounts can be. */
export function RowFigures({ figure }: { figure: string }) {
  const cell = cellOf(figure);
  return cell && <Cells {...cell} />;
}

function Cells({ date, title: asked }: Cell) {
  const { t } = useTranslator();
  const { ask } = useWhy();
  return (
    <InlineStack gap="200">
      {CELLS.map(([column, title]) => (
        <Button
          key={column}
          size="slim"
          pressed={title === asked}
          onClick={() => ask(`statement.${date}.${column}`)}
        >
          {t(title)}
        </Button>
      ))}
    </InlineStack>
  );
}
