import { useTranslator } from "#app/components/page/translator.tsx";
import { byText } from "#app/messages/by-text.ts";
import { eventText } from "#app/messages/event-text.ts";
import { type RequestAhead, stepsAhead } from "#app/messages/request-ahead.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Event = RequestView["events"][number];
type Receipt = Pick<RequestView, "events" | "timeZone"> & RequestAhead;

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
      {stepsAhead(receipt, translator).map(({ key, on, title, note }) => (
        <li key={key}>
          <span className={key === "fee" ? "step-charge" : "step-dot step-expected"} aria-hidden="true" />
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
      <b>{eventText(event, { t })}</b>
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
