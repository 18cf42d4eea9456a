import { isSome } from "#app/components/money/amounts.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import type { showExit } from "#app/services/exit/show-exit.server.ts";

type Status = NonNullable<Awaited<ReturnType<typeof showExit>>>;
type Props = {
  status: Pick<Status, "standing" | "overdue" | "currency"> & {
    closingPath: Pick<Status["closingPath"], "route">;
  };
};

/** What cannot wait: an overdue sum, a fee of today, or that the next one is not known. */
export function ExitCosts({ status: { standing, overdue, closingPath, currency } }: Props) {
  const { t, money, date } = useTranslator();
  const isStarter = closingPath.route === "starter-ticket" || closingPath.route === "trial-cancel";
  if (standing === null)
    return (
      <>
        <Overdue overdue={overdue} />
        <p className="lead">
          <strong>{t(isStarter ? "exit.nextUnknown" : "exit.goesOn")}</strong>
        </p>
      </>
    );
  const { today } = standing.fee;
  return (
    <>
      <Overdue overdue={overdue} />
      {today ? (
        <p className="lead">
          {t("exit.feeToday", {
            amount: money(today.amount, currency),
            on: date(today.date),
            bound: today.bound,
          })}
        </p>
      ) : null}
    </>
  );
}

/** What else the account goes on costing while it is open; under the button, which nothing may push away. */
export function ExitCostNotes({ status: { standing, currency } }: Props) {
  const { t, money, date } = useTranslator();
  if (standing === null) return null;
  const { fee, commissions, staying } = standing;
  const least = (text: string) =>
    commissions.isLeast ? t("common.atLeast", { amount: money(text, currency) }) : money(text, currency);
  return (
    <>
      {commissions.last30Days && isSome(commissions.last30Days.amount) ? (
        <p>{t("before.goesOn.commissions", { amount: least(commissions.last30Days.amount) })}</p>
      ) : null}
      {staying.lastMonths ? (
        <p>{t("before.goesOn.lastMonths", { amount: money(staying.lastMonths.perMonth, currency) })}</p>
      ) : null}
      {fee.earlierOn && fee.next ? (
        <p>
          {t("fees.firstFeeEarlier", {
            expected: date(fee.next.date),
            earliest: date(fee.earlierOn),
          })}
        </p>
      ) : null}
    </>
  );
}

function Overdue({ overdue }: Pick<Status, "overdue">) {
  const { t, money, date } = useTranslator();
  if (overdue?.overdue.state !== "overdue") return null;
  const { amount, invoices, since, days } = overdue.overdue;
  return (
    <p className="lead">
      <strong>
        {t("overdue.title", { amount: money(amount, overdue.currency), invoices, on: date(since), days })}
      </strong>
    </p>
  );
}
