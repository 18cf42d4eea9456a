import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitAgency } from "#app/components/exit/exit-agency.tsx";
import { ExitCostNotes, ExitCosts } from "#app/components/exit/exit-costs.tsx";
import { ExitFigures } from "#app/components/exit/exit-figures.tsx";
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

/** How the closing is known, in words. */
const CLOSED_BY = {
  checked: "close.verdictClosed",
  noted: "exit.closedNoted",
  told: "before.unproved",
} as const;

export default function ExitStatus() {
  const status = useLoaderData<typeof loader>();
  const { t, shortDate } = useTranslator();
  const { shopName, account, closed, request, isUnderWay, isAgency, uninstalledOn, stopped } = status;
  // What the merchant alone says switches off no figure: it may not be so.
  const isCharged = closed === null || (closed === "told" && status.standing !== null);
  return (
    <>
      <p className="kick">
        {account ? t("exit.for", { shopName, account }) : t("exit.forNoAccount", { shopName })}
      </p>
      <h1>{t(closed ? "exit.titleClosed" : isUnderWay ? "exit.titleRequest" : "exit.title")}</h1>
      <p className="lead">
        {closed !== null
          ? t(CLOSED_BY[closed])
          : request
            ? request.isPutAway
              ? t("receipt.state.put-away")
              : t("home.requestPhase", { request: request.phase })
            : uninstalledOn
              ? t("exit.uninstalled", { on: shortDate(uninstalledOn) })
              : stopped
                ? t("store.stopped", { stop: stopped })
                : t("exit.open")}
      </p>
      {request && isUnderWay ? (
        <p className="note">
          {request.phase === "ready" ? (
            t("closing.sent.noteReady", { reference: request.reference })
          ) : (
            <>
              <strong>{request.reference}</strong> {t("exit.noSecond")}
            </>
          )}
        </p>
      ) : null}
      {isAgency && closed === null ? (
        <ExitAgency />
      ) : isCharged ? (
        <>
          <ExitFigures status={status} />
          <ExitCosts status={status} />
        </>
      ) : null}
      <Ways status={status} />
      {isCharged && !isAgency ? <ExitCostNotes status={status} /> : null}
      {closed === "noted" ? null : <AsOf status={status} />}
      {closed || isAgency ? null : <ExitPlan status={status} />}
      <hr />
      <p className="links">
        <a href="/exit/stop">{t("exit.stop")}</a>
        {request && isUnderWay ? <a href="/exit/note#withdraw">{t("before.way.withdraw")}</a> : null}
        <a href="/exit/delete">{t("exit.delete")}</a>
      </p>
    </>
  );
}

type Props = { status: NonNullable<Awaited<ReturnType<typeof showExit>>> };

/** One dark button: to the request that is sent, with what came of it, or to the one that can be, with its three steps. */
function Ways({ status: { request, closed, isUnderWay, isAgency, standing } }: Props) {
  const { t } = useTranslator();
  return (
    <>
      {request ? (
        <p className="actions">
          <a className="button" href={`/exit/request?reference=${request.reference}`}>
            {t("exit.seeRequest")}
          </a>
          {isUnderWay ? (
            <a className="button plain" href="/exit/note">
              {t("overview.request.add")}
            </a>
          ) : null}
        </p>
      ) : null}
      {closed || isUnderWay || isAgency ? null : (
        <>
          <form method="post" action="/exit/review" className="actions">
            <button type="submit" name="intent" value="code" className={request ? "button plain" : "button"}>
              {t("exit.review")}
            </button>
          </form>
          <ol className="how">
            <li>{t("exit.how.read")}</li>
            <li>{t("exit.how.box")}</li>
            <li>{t("exit.how.code")}</li>
          </ol>
        </>
      )}
      {closed ? (
        <p className="links">
          <a href="/exit/questions">{t("questions.title")}</a>
          {standing ? <a href="/exit/ledger">{t("exit.ledger.link")}</a> : null}
          {isUnderWay || isAgency ? null : <a href="/exit/review">{t("exit.review")}</a>}
        </p>
      ) : null}
    </>
  );
}

function AsOf({ status }: Props) {
  const { t, instant } = useTranslator();
  return (
    <p className="soft small">
      {status.checkedAt
        ? t(status.refused ? "exit.asOfRefused" : status.watched ? "exit.asOfWatching" : "exit.asOf", {
            when: instant(status.checkedAt, status.timeZone),
          })
        : t("exit.asOfTold")}
    </p>
  );
}

export const meta = exitTitle<{ closed: unknown; isUnderWay: boolean }>(({ closed, isUnderWay }, t) =>
  t(closed ? "exit.titleClosed" : isUnderWay ? "exit.titleRequest" : "exit.title"),
);
export const headers: HeadersFunction = () => PAGE_HEADERS;
