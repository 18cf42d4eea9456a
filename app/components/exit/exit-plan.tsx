import { useTranslator } from "#app/components/page/translator.tsx";
import type { showExit } from "#app/services/exit/show-exit.server.ts";
import { ExitReopened } from "./exit-reopened.tsx";
import { ExitTaskStatus } from "./exit-task-status.tsx";

type Props = { status: NonNullable<Awaited<ReturnType<typeof showExit>>> };

/** The way out of an open account: from when, by which route, on what facts, and what is left to do. */
export function ExitPlan({ status }: Props) {
  const { t, date } = useTranslator();
  const { way, earliest, timeZone, isUnderWay, signedUpOn } = status;
  return (
    <>
      {earliest ? (
        <p>
          {t("close.verdictFrom", { on: date(earliest) })}{" "}
          <a href="/exit/calendar.ics">{t("calendar.link")}</a>
        </p>
      ) : null}
      <ExitReopened reopened={status.reopened} note={status.note} timeZone={timeZone} />
      <h2>{t("exit.checklist")}</h2>
      <ul className="tasks">
        {status.tasks.map((task) => (
          <li key={task.key}>
            <a href={`/exit/tasks/${task.key}`}>{t(`close.task.${task.key}`)}</a>
            <span className={task.status === "open" ? "open" : "soft"}>
              <ExitTaskStatus task={task} />
            </span>
          </li>
        ))}
      </ul>
      <h2>{t("route.title")}</h2>
      <p>{way.ask === "account" ? t("exit.routeOpen") : t(`route.is.${way.route}`)}</p>
      {way.route === "trial-cancel" ? <p>{t("route.trial")}</p> : null}
      <p className="actions">
        {way.kind === "partner" ? null : <a href="/exit/route">{t("route.change")}</a>}
        {status.namesAccounts && !isUnderWay ? <a href="/exit/accounts">{t("details.title")}</a> : null}
        <a href="/exit/questions">{t("questions.title")}</a>
      </p>
      {status.keyFacts ? (
        <>
          <h2>{t("setup.facts")}</h2>
          <p>{signedUpOn ? t("exit.factsTold", { on: date(signedUpOn) }) : t("exit.factsMissing")}</p>
          <p className="actions">
            <a href="/exit/facts">{t("exit.factsChange")}</a>
          </p>
        </>
      ) : null}
    </>
  );
}
