import type { Translator } from "#app/messages/translator.ts";
import type { RequestView } from "#app/services/requests/show-request.server.ts";

type Desk = NonNullable<RequestView["desk"]>;

/** What the help desk said last with its age, and the try that failed since; on every page that shows a request. */
export function deskLines(desk: Desk, timeZone: string, { t, instant }: Pick<Translator, "t" | "instant">) {
  const { answer, answeredAt, failedAt, missing, putAway } = desk;
  if (putAway !== null && failedAt)
    return [t("status.desk.putAway", { when: instant(failedAt, timeZone), said: putAway })];
  const isDesk = answer === "new" || answer === "open" || answer === "waiting" || answer === "solved";
  return [
    isDesk && answeredAt
      ? t(`status.desk.${answer}`, { when: instant(answeredAt, timeZone) })
      : t("status.desk.never"),
    ...(failedAt
      ? [t(missing ? "status.desk.missing" : "status.desk.failed", { when: instant(failedAt, timeZone) })]
      : []),
  ];
}
