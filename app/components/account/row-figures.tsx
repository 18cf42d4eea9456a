import { Button, InlineStack } from "@shopify/polaris";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { MessageId } from "#app/messages/catalogue.ts";
import { useWhy } from "./asking.ts";
import { ledgerCell } from "./shown-figure.ts";

/** The cells of a ledger's row, as the table heads them. */
const CELLS = [
  ["newlyOwed", "ledger.col.owed"],
  ["cardCharge", "ledger.col.card"],
  ["deduction", "ledger.col.fromBalance"],
  ["closing", "ledger.col.balance"],
] as const satisfies readonly (readonly [string, MessageId])[];

/** A row of the ledger is asked for as a whole; here each of its amounts can be. */
export function RowFigures({ figure }: { figure: string }) {
  const cell = ledgerCell(figure);
  return cell && CELLS.some(([column]) => column === cell.column) ? <Cells {...cell} /> : null;
}

function Cells({ date, column: asked }: NonNullable<ReturnType<typeof ledgerCell>>) {
  const { t } = useTranslator();
  const { ask } = useWhy();
  return (
    <InlineStack gap="200">
      {CELLS.map(([column, title]) => (
        <Button
          key={column}
          size="slim"
          pressed={column === asked}
          onClick={() => ask(`statement.${date}.${column}`)}
        >
          {t(title)}
        </Button>
      ))}
    </InlineStack>
  );
}
