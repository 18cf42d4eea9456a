import { useFetcher } from "@remix-run/react";
import { Box, Button } from "@shopify/polaris";
import { useId, useState } from "react";
import { Explanation } from "#app/components/account/explanation.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StatementDayJson } from "#app/domain/index.ts";
import type { ExplainOutcome } from "#app/services/account/explain.server.ts";
import { AmountCells, ledgerMoney, type Shared } from "./ledger-rows.tsx";
import { dayWords } from "./ledger-words.ts";

/** A day of the ledger; its explanation opens as a row of its own, so that no column grows by it. */
export function LedgerDay({ day, ...shared }: { day: StatementDayJson } & Shared) {
  const words = useTranslator();
  const { t, dated } = words;
  const [open, setOpen] = useState(false);
  const fetcher = useFetcher<ExplainOutcome>();
  const id = useId();
  const { currency, columns, asOf } = shared;
  const toggle = () => {
    if (!open && !fetcher.data) fetcher.load(`/app/explain?figure=statement.${day.date}.closing`);
    setOpen(!open);
  };
  const name = dated(day.date, asOf);
  return (
    <>
      <tr className={day.projected ? "ledger-row ledger-ahead" : "ledger-row"}>
        <th scope="row">{name}</th>
        <td className="ledger-what">
          {dayWords(day, currency, { ...words, money: ledgerMoney(shared, words) }).map((each) => (
            <span key={each}>{each}</span>
          ))}
        </td>
        <AmountCells
          sums={{ ...day, card: day.cardCharge }}
          closing={day.closing}
          mark={day.projected ? "expected" : "charged"}
          isSum={false}
          {...shared}
        />
        <td className="ledger-why">
          {day.closing === null ? null : (
            <Button
              variant="plain"
              onClick={toggle}
              ariaExpanded={open}
              ariaControls={id}
              accessibilityLabel={`${open ? t("why.hide") : t("ledger.why")}, ${name}`}
            >
              {open ? t("why.hide") : t("ledger.why")}
            </Button>
          )}
        </td>
      </tr>
      {open ? (
        <tr id={id}>
          <td colSpan={columns.length + 4}>
            <Box background="bg-surface-secondary" padding="300" borderRadius="200">
              <Explanation answer={fetcher.data} />
            </Box>
          </td>
        </tr>
      ) : null}
    </>
  );
}
