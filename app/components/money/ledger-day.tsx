import { Why } from "#app/components/account/why.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { StatementDayJson } from "#app/domain/index.ts";
import { AmountCells, ledgerMoney, type Shared } from "./ledger-rows.tsx";
import { dayWords } from "./ledger-words.ts";

/** A day of the ledger. */
export function LedgerDay({ day, ...shared }: { day: StatementDayJson } & Shared) {
  const words = useTranslator();
  const { t, dated, money } = words;
  const { currency, asOf } = shared;
  const name = dated(day.date, asOf);
  return (
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
          <Why
            figure={`statement.${day.date}.closing`}
            label={name}
            shown={money(day.closing, currency)}
            text={t("ledger.why")}
          />
        )}
      </td>
    </tr>
  );
}
