import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitReopened } from "#app/components/exit/exit-reopened.tsx";
import { ExitTaskStatus } from "#app/components/exit/exit-task-status.tsx";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { showExit } from "#app/services/closing/show-exit.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, container);
  const status = await showExit({ shop }, container.deps);
  if (!status) throw new Response(null, { status: 404 });
  return status;
}

export default function ExitStatus() {
  const status = useLoaderData<typeof loader>();
  const { t, money, date, instant } = useTranslator();
  const { charge, tasks, way, checkedAt, request, earliest } = status;
  const isStarter = way.route === "starter-ticket" || way.route === "trial-cancel";
  return (
    <>
      <p className="soft">
        {status.account
          ? t("exit.for", { shopName: status.shopName, account: status.account })
          : t("exit.forNoAccount", { shopName: status.shopName })}
      </p>
      <h1>{t("exit.title")}</h1>
      <p className="lead">{t(status.state === "closed" ? "exit.closed" : "exit.open")}</p>
      {status.state === "closed" ? null : (
        <p className="lead">
          <strong>
            {charge?.next
              ? t("exit.next", {
                  amount: money(charge.next.amount, status.currency),
                  on: date(charge.next.date),
                  actions: charge.actions,
                })
              : t(charge ? "exit.nextNone" : isStarter ? "exit.nextUnknown" : "exit.goesOn")}
          </strong>
        </p>
      )}
      {charge?.earlier && status.state !== "closed" ? (
        <p>
          {t("fees.firstFeeEarlier", {
            expected: date(charge.earlier.expected),
            earliest: date(charge.earlier.earliest),
          })}
        </p>
      ) : null}
      <p className="soft">
        {checkedAt
          ? t(status.watched ? "exit.asOfWatching" : "exit.asOf", {
              when: instant(checkedAt, status.timeZone),
            })
          : t("exit.asOfTold")}
      </p>
      {request ? (
        <p className="actions">
          <a className="button" href="/exit/request">
            {t("exit.seeRequest")}
          </a>
        </p>
      ) : (
        <form method="post" action="/exit/review" className="actions">
          <button type="submit" name="intent" value="code" className="button">
            {t("exit.review")}
          </button>
        </form>
      )}
      {earliest && status.state !== "closed" ? (
        <p>
          {t("close.verdictFrom", { on: date(earliest) })}{" "}
          <a href="/exit/calendar.ics">{t("calendar.link")}</a>
        </p>
      ) : null}
      <ExitReopened reopened={status.reopened} note={status.note} timeZone={status.timeZone} />
      <h2>{t("route.title")}</h2>
      <p>{way.ask === "account" ? t("exit.routeOpen") : t(`route.is.${way.route}`)}</p>
      {way.route === "trial-cancel" ? <p>{t("route.trial")}</p> : null}
      <p className="actions">
        {way.kind === "partner" ? null : <a href="/exit/route">{t("route.change")}</a>}
        {status.namesAccounts && !request ? <a href="/exit/accounts">{t("details.title")}</a> : null}
        <a href="/exit/questions">{t("questions.title")}</a>
      </p>
      <h2>{t("exit.checklist")}</h2>
      <ul className="tasks">
        {tasks.map((task) => (
          <li key={task.key}>
            <a href={`/exit/tasks/${task.key}`}>{t(`close.task.${task.key}`)}</a>
            <span className="soft">
              <ExitTaskStatus task={task} />
            </span>
          </li>
        ))}
      </ul>
      <h2>{t("exit.more")}</h2>
      <p className="actions">
        <a href="/exit/stop">{t("exit.stop")}</a>
        <a href="/exit/delete">{t("exit.delete")}</a>
      </p>
    </>
  );
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
