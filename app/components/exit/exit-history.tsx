import { useTranslator } from "#app/components/page/translator.tsx";
import { byText } from "#app/messages/by-text.ts";
import { eventText } from "#app/messages/event-text.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

/** Every step of a request with when, who and how sure, oldest first, as plain HTML. */
export function ExitHistory({ events, timeZone }: Pick<RequestView, "events" | "timeZone">) {
  const { t, instant } = useTranslator();
  return (
    <ol>
      {events.map(({ trigger, at, to, isByHand, by, name, level, ticketNumber, said, words }) => (
        <li key={at + trigger}>
          <strong>{eventText({ trigger, to, isByHand }, { t })}</strong>
          <br />
          <span className="soft">
            {instant(at, timeZone)} · <bdi>{byText({ by, name }, t)}</bdi> · {t(`receipt.level.${level}`)}
          </span>
          {ticketNumber ? <p>{t("receipt.ticketNumber", { number: ticketNumber })}</p> : null}
          {said ? <p>{t("status.said", { said })}</p> : null}
          {words ? (
            <pre>
              <bdi>{words}</bdi>
            </pre>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
