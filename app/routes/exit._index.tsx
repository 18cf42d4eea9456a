import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitCosts } from "#app/components/exit/exit-costs.tsx";
import { ExitPlan } from "#app/components/exit/exit-plan.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { showExit } from "#app/services/exit/show-exit.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const status = await showExit({ shop }, container.deps);
  if (!status) throw new Response(null, { status: 404 });
  return status;
}

export default function ExitStatus() {
  const status = useLoaderData<typeof loader>();
  const { t, instant } = useTranslator();
  const { shopName, account, closed, request, isUnderWay } = status;
  return (
    <>
      <p className="soft">
        {account ? t("exit.for", { shopName, account }) : t("exit.forNoAccount", { shopName })}
      </p>
      <h1>{t(closed ? "exit.titleClosed" : isUnderWay ? "exit.titleRequest" : "exit.title")}</h1>
      <p className="lead">
        {closed !== null
          ? t(closed === "noted" ? "exit.closedNoted" : "exit.closed")
          : request
            ? t("home.requestPhase", { request: request.standing })
            : t("exit.open")}
      </p>
      {closed ? null : <ExitCosts status={status} />}
      {closed === "noted" ? null : (
        <p className="soft">
          {status.checkedAt
            ? t(status.watched ? "exit.asOfWatching" : "exit.asOf", {
                when: instant(status.checkedAt, status.timeZone),
              })
            : t("exit.asOfTold")}
        </p>
      )}
      {request ? (
        <p className="actions">
          <a className="button" href={`/exit/request?reference=${request.reference}`}>
            {t("exit.seeRequest")}
          </a>
        </p>
      ) : null}
      {closed || isUnderWay ? null : (
        <form method="post" action="/exit/review" className="actions">
          <button type="submit" name="intent" value="code" className="button">
            {t("exit.review")}
          </button>
        </form>
      )}
      {closed ? (
        <p className="actions">
          <a href="/exit/questions">{t("questions.title")}</a>
          {isUnderWay ? null : <a href="/exit/review">{t("exit.review")}</a>}
        </p>
      ) : (
        <ExitPlan status={status} />
      )}
      <h2>{t("exit.more")}</h2>
      <p className="actions">
        <a href="/exit/stop">{t("exit.stop")}</a>
        <a href="/exit/delete">{t("exit.delete")}</a>
      </p>
      <form method="post" action="/exit/end" className="actions">
        <button type="submit" className="button plain">
          {t("links.end")}
        </button>
        <span className="help">{t("links.endHelp")}</span>
      </form>
    </>
  );
}

export const meta = exitTitle<{ closed: unknown; isUnderWay: boolean }>(({ closed, isUnderWay }, t) =>
  t(closed ? "exit.titleClosed" : isUnderWay ? "exit.titleRequest" : "exit.title"),
);
export const headers: HeadersFunction = () => PAGE_HEADERS;
