import { Button, Card } from "@shopify/polaris";
import { memo, useState } from "react";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerReport } from "#app/domain/index.ts";
import type { Balance } from "./home-figures.tsx";
import { ledgerColumns } from "./ledger-columns.ts";
import { LedgerDay } from "./ledger-day.tsx";
import { LedgerFoldRows, LedgerMonthRows } from "./ledger-group.tsx";
import { OpeningRow, SectionRow, SumRow } from "./ledger-rows.tsx";

/** `isLeast`: rows that could not be read may add to the amounts. */
type Props = { ledger: LedgerReport; balance: Balance; pace: string | null; isLeast: boolean };

const MONTHS_SHOWN = 12;

/**
 * The ledger, newest first: what is expected, today, then the past by months, and last what was owed before. Drawn anew with
 * its figures only: each step of a month that is asked for is news to the whole page.
 */
export const LedgerCard = memo(function LedgerCard({ ledger, balance, pace, isLeast }: Props) {
  const { t, money, dated, day, shortDate } = useTranslator();
  const [shown, setShown] = useState(MONTHS_SHOWN);
  const { currency, asOf, hasBalance, expected, expectedSums, months, pastSums, from, to, opening } = ledger;
  const spanDay = (iso: string) => (iso.slice(0, 4) === asOf.slice(0, 4) ? day(iso) : shortDate(iso));
  const columns = ledgerColumns(hasBalance);
  const shared = { columns, currency, hasBalance, asOf, isLeast };
  const width = columns.length + (hasBalance ? 4 : 3);
  return (
    <Card padding="0">
      <table className="ledger">
        <caption className="visually-hidden">{t("ledger.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("ledger.col.day")}</th>
            <th scope="col">{t("ledger.col.what")}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" className="figures-number">
                {t(title)}
              </th>
            ))}
            {hasBalance ? (
              <th scope="col" className="figures-number">
                {t("ledger.col.balance")}
              </th>
            ) : null}
            <th scope="col">
              <span className="visually-hidden">{t("ledger.why")}</span>
            </th>
          </tr>
        </thead>
        {expected.length > 0 ? (
          <tbody className="ledger-expected">
            <SectionRow
              width={width}
              title={t("ledger.expectedTo", { on: dated(to, asOf) })}
              line={t("ledger.withoutNew")}
            />
            {expected.map((row) =>
              row.kind === "day" ? (
                <LedgerDay key={row.date} day={row} {...shared} />
              ) : (
                <LedgerFoldRows key={row.from} fold={row} {...shared} />
              ),
            )}
            <SumRow
              title={t("ledger.expected")}
              line={
                pace ? t("ledger.withoutNewPace", { amount: money(pace, currency) }) : t("ledger.withoutNew")
              }
              sums={expectedSums}
              closing={null}
              {...shared}
            />
          </tbody>
        ) : null}
        <tbody>
          <SectionRow width={width} title={t("ledger.today", { on: dated(asOf, asOf) })} today />
          {months.slice(0, shown).map((month) => (
            <LedgerMonthRows key={month.month} month={month} {...shared} />
          ))}
          {months.length > shown ? (
            <tr>
              <td colSpan={width}>
                <Button variant="plain" onClick={() => setShown(shown + MONTHS_SHOWN)}>
                  {t("ledger.moreMonths")}
                </Button>
              </td>
            </tr>
          ) : null}
          {months.length === 0 ? (
            <tr>
              <td colSpan={width}>{t("ledger.empty")}</td>
            </tr>
          ) : null}
          <SumRow
            title={t("ledger.past")}
            line={from ? t("ledger.span", { from: spanDay(from), to: spanDay(asOf) }) : ""}
            sums={pastSums}
            closing={hasBalance ? ledger.balance : null}
            {...shared}
          />
          {hasBalance && opening && balance ? <OpeningRow opening={opening} {...shared} /> : null}
        </tbody>
      </table>
    </Card>
  );
});
