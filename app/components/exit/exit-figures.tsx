import { useTranslator } from "#app/components/page/translator.tsx";
import { beforeFigure } from "#app/messages/close-up.ts";
import type { showExit } from "#app/services/exit/show-exit.server.ts";

type Status = NonNullable<Awaited<ReturnType<typeof showExit>>>;
type Props = { status: Pick<Status, "standing" | "currency" | "today" | "request" | "closed" | "earliest"> };
type Figure = { label: string; mark?: string | null; value: string; note: string | null };

/** Three figures: the next fee, what staying open costs, and the earliest closing; each only where it is known. */
export function ExitFigures({ status }: Props) {
  const { t, money, dated, date, shortDate, locale } = useTranslator();
  const { standing, currency, today, request } = status;
  const earliest = status.closed ? null : status.earliest;
  const figures: Figure[] = [];
  const fee = standing?.fee.next;
  if (request?.nextOn && request.waits)
    figures.push({
      label: t("exit.figure.answer"),
      value: dated(request.nextOn, today),
      note: t("exit.figure.answerNote"),
    });
  if (fee)
    figures.push({
      label: t(request ? "exit.figure.feeIfOpen" : "exit.figure.fee"),
      mark: t(`closing.bound.${fee.bound}`),
      value: money(fee.amount, currency),
      note: t("exit.figure.feeNote", { on: date(fee.date) }),
    });
  if (standing && !request) {
    const { minimum } = standing.staying;
    figures.push({
      label: t("exit.figure.year"),
      mark: t(`closing.bound.${minimum.bound}`),
      value: money(minimum.perYear, currency),
      note: t("exit.figure.yearNote", { bound: minimum.bound, perMonth: money(minimum.perMonth, currency) }),
    });
  }
  if (earliest)
    figures.push({
      label: t("closing.sent.earliest"),
      mark: earliest === today ? null : t("closing.aboutDay"),
      value: earliest === today ? t("closing.today") : shortDate(earliest),
      note: null,
    });
  if (figures.length === 0) return null;
  return (
    <dl className="figures">
      {figures.map(({ label, mark, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figure">
            {mark ? <small>{mark + beforeFigure(locale)}</small> : null}
            {value}
          </dd>
          {note ? <dd className="soft small">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
