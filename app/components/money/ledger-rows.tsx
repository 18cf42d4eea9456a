import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerReport, LedgerSums } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { isSome } from "./amounts.ts";
import type { LedgerColumn } from "./ledger-columns.ts";

export type Shared = {
  columns: readonly LedgerColumn[];
  currency: string;
  hasBalance: boolean;
  asOf: string;
  /** Rows that could not be read may add to the amounts. */
  isLeast: boolean;
};

type Words = Pick<Translator, "t" | "money">;

/** How amounts of the ledger are written: at least, where rows could not be read. */
export const ledgerMoney =
  ({ isLeast }: Pick<Shared, "isLeast">, { t, money }: Words): Translator["money"] =>
  (amount, currency) =>
    isLeast ? t("common.atLeast", { amount: money(amount, currency) }) : money(amount, currency);

/** A balance that rests on such rows may be higher or lower. */
const balanceText = ({ isLeast, currency }: Shared, { t, money }: Words, amount: string): string =>
  isLeast ? t("common.about", { amount: money(amount, currency) }) : money(amount, currency);

/** A heading across the table. */
export function SectionRow({
  width,
  title,
  line,
  today = false,
}: {
  width: number;
  title: string;
  line?: string;
  today?: boolean;
}) {
  return (
    <tr className={today ? "ledger-today" : "ledger-section"}>
      <th scope="colgroup" colSpan={width}>
        {title}
        {line ? <span className="money-detail"> {line}</span> : null}
      </th>
    </tr>
  );
}

type CellsProps = {
  sums: LedgerSums;
  closing: string | null;
  /** A sum of charges is no charge and has no diamond. */
  mark?: "charged" | "expected" | null;
  /** What a column says where nothing is known of the day: of a sum, how much it is at least. */
  isSum?: boolean;
} & Shared;

/** The amounts of a row: nothing is a dash, and a charge to the card has its diamond. */
export function AmountCells({ sums, closing, mark = null, isSum = true, ...shared }: CellsProps) {
  const { columns, currency, hasBalance, isLeast } = shared;
  const words = useTranslator();
  const { t } = words;
  const text = ledgerMoney(shared, words);
  return (
    <>
      {columns.map(({ key, title, card }) => {
        const amount = sums[key];
        const some = isSome(amount);
        return (
          <td key={key} className={`figures-number ledger-${key}${some ? "" : " ledger-nothing"}`}>
            {some && card && mark ? <CardMark expected={mark === "expected"} /> : null}
            {some ? <span className="money-phone">{t(title)} </span> : null}
            {amount === null
              ? t("provenance.unknown")
              : some || (isSum && isLeast)
                ? text(amount, currency)
                : "–"}
          </td>
        );
      })}
      {hasBalance ? (
        <td className="figures-number ledger-balance">
          {closing === null ? null : (
            <>
              <span className="money-phone">{t("ledger.col.balance")} </span>
              <strong>{balanceText(shared, words, closing)}</strong>
            </>
          )}
        </td>
      ) : null}
    </>
  );
}

/** The charts' diamond, here too. */
function CardMark({ expected }: { expected: boolean }) {
  return (
    <svg
      className="ledger-mark"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M6 1l5 5l-5 5l-5 -5z" fill="#fff" stroke="currentColor" strokeWidth="1.4" />
      {expected ? <path d="M3.5 7l4-4M5 9l4-4" stroke="currentColor" strokeWidth="1" /> : null}
    </svg>
  );
}

type SumProps = Pick<CellsProps, "sums" | "closing"> & { title: string; line: string } & Shared;

/** What is expected and what is past have a sum each, and never one together. */
export function SumRow({ title, line, sums, closing, ...shared }: SumProps) {
  return (
    <tr className="ledger-sum">
      <th scope="row" colSpan={2}>
        {title} <span className="money-detail">{line}</span>
      </th>
      <AmountCells sums={sums} closing={closing} {...shared} />
      <td />
    </tr>
  );
}

/** What was owed already on the day whose balance was stated: no charge in it is a fact (D4). */
export function OpeningRow({
  opening,
  ...shared
}: { opening: NonNullable<LedgerReport["opening"]> } & Shared) {
  const words = useTranslator();
  const { t, money, day } = words;
  const { currency, columns } = shared;
  const owed = ledgerMoney(shared, words);
  const values = {
    commissions: owed(opening.commissions, currency),
    fees: owed(opening.fees, currency),
    balance: money(opening.balance, currency),
  };
  if (!isSome(opening.commissions) && !isSome(opening.fees)) return null;
  return (
    <tr className="ledger-opening">
      <th scope="row">{t("ledger.before", { on: day(opening.date) })}</th>
      <td className="ledger-what">
        {t(isSome(opening.fees) ? "ledger.opening" : "ledger.openingNoFee", values)}
      </td>
      {columns.map(({ key, card }) => (
        <td key={key} className={`figures-number ledger-${key}`}>
          {card && opening.stillToCollect ? (
            <>
              <CardMark expected />
              {owed(opening.stillToCollect, currency)}
              <span className="money-detail money-small">{t("ledger.ifNotCharged")}</span>
            </>
          ) : null}
        </td>
      ))}
      <td className="figures-number ledger-balance">
        <strong>{balanceText(shared, words, opening.balance)}</strong>
      </td>
      <td />
    </tr>
  );
}
