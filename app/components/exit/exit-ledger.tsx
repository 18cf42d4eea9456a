import type { ReactNode } from "react";
import { isSome } from "#app/components/money/amounts.ts";
import { ledgerColumns } from "#app/components/money/ledger-columns.ts";
import { dayWords } from "#app/components/money/ledger-words.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerReport, LedgerSums, StatementDayJson } from "#app/domain/index.ts";

type Props = { ledger: LedgerReport };

/** On a phone, where each amount has its heading beside it, a dash would say nothing. */
const isNothing = (value: string | null): boolean => value !== null && !isSome(value);

/** The ledger as plain HTML, newest first: what is expected, then what was known, with a sum for each. */
export function ExitLedger({ ledger }: Props) {
  const { t, date, month, money } = useTranslator();
  const { currency, asOf, hasBalance, expected, expectedSums, months, pastSums, opening } = ledger;
  const columns = ledgerColumns(hasBalance);
  const amount = (value: string | null) =>
    value === null ? t("provenance.unknown") : isSome(value) ? money(value, currency) : "–";
  const row = (key: string, title: string, what: ReactNode, sums: LedgerSums, closing: string | null) => (
    <tr key={key}>
      <th scope="row">
        {title}
        <span className="cell-note">{what}</span>
      </th>
      {columns.map((column) => (
        <td key={column.key} data-label={isNothing(sums[column.key]) ? undefined : t(column.title)}>
          {amount(sums[column.key])}
        </td>
      ))}
      {hasBalance ? (
        <td data-label={closing === null ? undefined : t("ledger.col.balance")}>
          {closing === null ? "" : money(closing, currency)}
        </td>
      ) : null}
    </tr>
  );
  const dayRow = (day: StatementDayJson) =>
    row(
      day.date,
      date(day.date),
      <DayWords day={day} currency={currency} />,
      { ...day, card: day.cardCharge },
      day.closing,
    );
  return (
    <div className="table-scroll">
      <table className="closing-table">
        <caption>{t("exit.ledger.known", { on: date(asOf) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("ledger.col.day")}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {t(title)}
              </th>
            ))}
            {hasBalance ? <th scope="col">{t("ledger.col.balance")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {expected.length > 0
            ? row("expected", t("ledger.expected"), t("ledger.withoutNew"), expectedSums, null)
            : null}
          {expected.map((each) =>
            each.kind === "day"
              ? dayRow(each)
              : row(
                  each.from,
                  t("ledger.span", { from: date(each.from), to: date(each.to) }),
                  t("ledger.lockDays", { count: each.days }),
                  each,
                  each.closing,
                ),
          )}
          {row("past", t("ledger.past"), date(asOf), pastSums, hasBalance ? ledger.balance : null)}
          {months.flatMap((each) => [
            row(each.month, month(each.month), t("ledger.days", { count: each.days }), each, each.closing),
            ...(each.rows ?? []).map(dayRow),
          ])}
        </tbody>
      </table>
      {hasBalance && opening && (isSome(opening.commissions) || isSome(opening.fees)) ? (
        <p>
          {t("ledger.before", { on: date(opening.date) })}:{" "}
          {t(isSome(opening.fees) ? "ledger.opening" : "ledger.openingNoFee", {
            commissions: money(opening.commissions, currency),
            fees: money(opening.fees, currency),
            balance: money(opening.balance, currency),
          })}
        </p>
      ) : null}
      {months.length === 0 ? <p>{t("ledger.empty")}</p> : null}
    </div>
  );
}

function DayWords({ day, currency }: { day: StatementDayJson; currency: string }) {
  return dayWords(day, currency, useTranslator()).join(" · ");
}
