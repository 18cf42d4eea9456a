import { isDone, taskBadges, taskDetails } from "#app/components/closing/task-words.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { questionsOn } from "#app/components/route/questions.ts";
import { spaced } from "#app/messages/close-up.ts";
import type { showExit } from "#app/services/exit/show-exit.server.ts";
import { ExitCurve } from "./exit-curve.tsx";
import { ExitManual } from "./exit-manual.tsx";
import { ExitReopened } from "./exit-reopened.tsx";

type Props = { status: NonNullable<Awaited<ReturnType<typeof showExit>>> };

/** The way out of an open account: what is left, what each day costs, and everything else behind its name. */
export function ExitPlan({ status }: Props) {
  const translator = useTranslator();
  const { t, shortDate } = translator;
  const { tasks, counts, today, timeZone, request, checkedOn } = status;
  return (
    <>
      <ExitReopened reopened={status.reopened} note={status.note} timeZone={timeZone} />
      <h2>{t(request ? "closing.tasks.sent" : "closing.tasks.title")}</h2>
      <p className="soft">
        {checkedOn ? spaced(t("exit.asOfDay", { on: shortDate(checkedOn) })) : null}
        {t(request ? "closing.tasks.sentHelp" : "closing.tasks.help")}
      </p>
      <ul className="task-list">
        {tasks.map((task) => (
          <li key={task.key}>
            <a href={`/exit/tasks/${task.key}`}>{t(`close.task.${task.key}`)}</a>
            <span className={task.status === "open" ? "task-state open" : "task-state soft"}>
              {taskBadges(task, today, translator)
                .map(({ text }) => text)
                .join(" · ")}
            </span>
            <span className="task-words soft small">
              {task.blocking || isDone(task) ? null : <span>{spaced(t("exit.recommended"))}</span>}
              {taskDetails(task, counts, today, translator).map((part, index) => (
                <span key={part}>
                  {index > 0 ? " · " : null}
                  <bdi>{part}</bdi>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {status.outlook ? <ExitCurve outlook={status.outlook} sendBy={status.sendBy} /> : null}
      <ExitFolds status={status} />
    </>
  );
}

function ExitFolds({ status }: Props) {
  const { t, date } = useTranslator();
  const { closingPath, isUnderWay, signedUpOn, earliest } = status;
  return (
    <div className="folds">
      <details>
        <summary>{t("exit.fold.without")}</summary>
        <ExitManual isPartner={closingPath.route === "partner-ticket"} />
      </details>
      <details>
        <summary>
          {closingPath.ask === "account" ? t("exit.fold.how") : t(`route.is.${closingPath.route}`)}
        </summary>
        <p>
          {t(
            closingPath.ask === "account"
              ? "exit.routeOpen"
              : closingPath.route === "trial-cancel"
                ? "route.trial"
                : "route.ticket",
          )}
        </p>
        <dl>
          {questionsOn(closingPath.route).map(({ title, answer }) => (
            <div key={title}>
              <dt>
                <strong>{t(title)}</strong>
              </dt>
              <dd>{t(answer)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {status.keyFacts ? (
        <details>
          <summary>{t("exit.fold.figures")}</summary>
          <p>{signedUpOn ? t("exit.factsTold", { on: date(signedUpOn) }) : t("exit.factsMissing")}</p>
          <p className="soft">{t("closing.note")}</p>
        </details>
      ) : null}
      <p className="links">
        {status.keyFacts ? <a href="/exit/facts">{t("exit.factsChange")}</a> : null}
        {closingPath.kind === "partner" ? null : <a href="/exit/route">{t("route.title")}</a>}
        {status.namesAccounts && !isUnderWay ? <a href="/exit/accounts">{t("details.title")}</a> : null}
        <a href="/exit/questions">{t("questions.title")}</a>
        {status.standing ? <a href="/exit/ledger">{t("exit.ledger.link")}</a> : null}
        {earliest ? <a href="/exit/calendar.ics">{t("calendar.link")}</a> : null}
      </p>
    </div>
  );
}
