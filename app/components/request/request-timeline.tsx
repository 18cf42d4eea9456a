import { useTranslator } from "#app/components/page/translator.tsx";
import { byText } from "#app/messages/by-text.ts";
import type { Translator } from "#app/messages/translator.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Event = RequestView["events"][number];
type Receipt = Pick<
  RequestView,
  "events" | "timeZone" | "today" | "clock" | "expected" | "earliestClosing" | "refundBy" | "state"
>;

/** From the first day to the last: what happened, with who and how sure, today, and what is expected. */
export function RequestTimeline({ receipt }: { receipt: Receipt }) {
  const translator = useTranslator();
  const { t, day, dated } = translator;
  const { events, timeZone, today } = receipt;
  const isFirst = ({ ticketNumber }: Event, index: number) =>
    events.findIndex((each) => each.ticketNumber === ticketNumber) === index;
  return (
    <ol className="dated-steps" aria-label={t("receipt.history")}>
      {events.map((event, index) => (
        <li key={event.at + event.trigger}>
          <span
            className={`step-dot step-done${index === events.length - 1 ? " step-now" : ""}`}
            aria-hidden="true"
          />
          <span className="step-day">{dated(event.on, today)}</span>
          <Happened event={event} timeZone={timeZone} showsTicket={isFirst(event, index)} />
        </li>
      ))}
      <li className="step-today">
        <span>{t("closing.cost.today", { on: day(today) })}</span>
      </li>
      {expectedSteps(receipt, translator).map(({ key, on, title, note, charge }) => (
        <li key={key}>
          <span className={charge ? "step-charge" : "step-dot step-expected"} aria-hidden="true" />
          <span className="step-day">{on}</span>
          <div className="step-what">
            <b>{title}</b>
            {note ? <span className="cell-note">{note}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

type Expected = { key: string; on: string; title: string; note?: string | null; charge?: boolean };

function expectedSteps(receipt: Receipt, { t, dated, money, monthName }: Translator): Expected[] {
  const { clock, expected, earliestClosing, today, refundBy } = receipt;
  const steps: (Expected & { sort: string })[] = [];
  if (clock.nextOn && expected)
    steps.push({
      key: "follow-up",
      sort: clock.nextOn,
      on: dated(clock.nextOn, today),
      title: t("request.step.followUp"),
      note: t("request.step.followUpNote"),
    });
  const closing = expected?.closing;
  if (closing && earliestClosing && expected)
    steps.push({
      key: "closing",
      sort: closing.to,
      on:
        earliestClosing <= today
          ? t("request.step.untilDay", { on: dated(closing.to, today) })
          : t("request.step.fromDay", { on: dated(earliestClosing, today) }),
      title: t("request.step.closing", { amount: money(closing.fees, expected.currency) }),
      note: refundBy ? t("request.step.refund", { on: dated(refundBy, today) }) : null,
    });
  else if (earliestClosing && expected)
    steps.push({
      key: "closing",
      sort: earliestClosing,
      on: dated(earliestClosing, today),
      title: t("closing.sent.earliest"),
    });
  const fee = expected?.fee;
  if (fee && expected)
    steps.push({
      key: "fee",
      sort: fee.date,
      on: dated(fee.date, today),
      title: t("request.step.fee", {
        bound: fee.bound,
        amount: money(fee.amount, expected.currency),
        month: monthName(fee.coveredMonth),
      }),
      note: t("request.step.feeNote"),
      charge: true,
    });
  if (clock.refundBy)
    steps.push({
      key: "refund",
      sort: clock.refundBy,
      on: dated(clock.refundBy, today),
      title: t("request.step.refundDue"),
    });
  if (clock.askChargeOn)
    steps.push({
      key: "charge",
      sort: clock.askChargeOn,
      on: dated(clock.askChargeOn, today),
      title: t("request.step.look"),
      note: t("request.step.lookNote"),
    });
  return steps.sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

function Happened({
  event,
  timeZone,
  showsTicket,
}: {
  event: Event;
  timeZone: string;
  showsTicket: boolean;
}) {
  const { t, instant } = useTranslator();
  return (
    <div className="step-what">
      <b>{t(`receipt.event.${event.trigger}`, { to: event.to })}</b>
      <span className="cell-note">
        {instant(event.at, timeZone)} · <bdi>{byText(event, t)}</bdi> ·{" "}
        <span>{t(`receipt.level.${event.level}`)}</span>
      </span>
      {event.ticketNumber && showsTicket ? (
        <span className="cell-note">{t("receipt.ticketNumber", { number: event.ticketNumber })}</span>
      ) : null}
      {event.said ? <span className="cell-note">{t("status.said", { said: event.said })}</span> : null}
      {event.words ? (
        <div className="step-words">
          <bdi>{event.words}</bdi>
        </div>
      ) : null}
    </div>
  );
}
