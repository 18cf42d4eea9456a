import { useFetcher } from "@remix-run/react";
import { type CSSProperties, useEffect, useState } from "react";
import { afterPaint } from "#app/components/page/after-paint.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { LedgerFold, LedgerMonth, StatementDayJson } from "#app/domain/index.ts";
import { LedgerDay } from "./ledger-day.tsx";
import { AmountCells, type Shared } from "./ledger-rows.tsx";

type Opened = { open: string; rows: StatementDayJson[] | null };

/** A month of the past as one line with its sums; its days come from the server when it is opened. */
export function LedgerMonthRows({ month, ...shared }: { month: LedgerMonth } & Shared) {
  const { t, month: monthText } = useTranslator();
  const { asOf } = shared;
  const isNow = month.month === asOf.slice(0, 7);
  return (
    <Group
      name={month.month}
      title={monthText(month.month)}
      line={isNow ? t("ledger.soFar") : t("ledger.days", { count: month.days })}
      group={month}
      {...shared}
    />
  );
}

/** Expected days on which only actions lock, as one line. */
export function LedgerFoldRows({ fold, ...shared }: { fold: LedgerFold } & Shared) {
  const { t, day } = useTranslator();
  return (
    <Group
      name={fold.from}
      title={t("ledger.span", { from: day(fold.from), to: day(fold.to) })}
      line={t("ledger.lockDays", { count: fold.days })}
      group={fold}
      {...shared}
    />
  );
}

/** As many rows as will come, so that what is below moves with the press and not again when they are there. */
const placeFor = ({ days }: LedgerFold) => ({ "--rows": days }) as CSSProperties;

type GroupProps = { name: string; title: string; line: string; group: LedgerFold } & Shared;

function Group({ name, title, line, group, ...shared }: GroupProps) {
  const [open, setOpen] = useState(group.rows !== null);
  const [wasOpened, setWasOpened] = useState(open);
  const toggle = () => {
    setOpen(!open);
    setWasOpened(true);
  };
  return (
    <>
      <tr className="ledger-group">
        <th scope="row" colSpan={2}>
          <button type="button" aria-expanded={open} onClick={toggle}>
            <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
              <path d="M7 5l5 5l-5 5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
            {title}
          </button>{" "}
          <span className="money-detail">{line}</span>
        </th>
        <AmountCells sums={group} closing={group.closing} {...shared} />
        <td />
      </tr>
      {wasOpened ? <Days name={name} open={open} group={group} {...shared} /> : null}
    </>
  );
}

/** The days of a group from its first opening on: closed, they wait for the next one. */
function Days({ name, open, group, ...shared }: { name: string; open: boolean; group: LedgerFold } & Shared) {
  const { t } = useTranslator();
  const { load, state, data } = useFetcher<Opened>();
  const rows = group.rows ?? (data?.open === name ? data.rows : null);
  const isMissing = open && rows === null;
  useEffect(
    () => (isMissing ? afterPaint(() => load(`/app/ledger/days?open=${name}`)) : undefined),
    [isMissing, load, name],
  );
  if (!open) return null;
  if (rows) return rows.map((day) => <LedgerDay key={day.date} day={day} {...shared} />);
  const hasFailed = state === "idle" && data !== undefined;
  return (
    <tr className={hasFailed ? undefined : "ledger-soon"} style={hasFailed ? undefined : placeFor(group)}>
      <td colSpan={shared.columns.length + 4} role="status">
        {t(hasFailed ? "ledger.failed" : "ledger.loading")}
      </td>
    </tr>
  );
}
