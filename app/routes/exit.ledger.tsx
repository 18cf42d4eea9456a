import { type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitLedger } from "#app/components/exit/exit-ledger.tsx";
import { exitTitle } from "#app/components/exit/exit-title.ts";
import { useTranslator } from "#app/components/page/translator.tsx";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { showKnownLedger } from "#app/services/account/show-ledger.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const { shop } = await requireVisitor(request, context);
  const all = new URL(request.url).searchParams.get("days") === "all";
  const shown = await showKnownLedger({ shop, all }, container.deps);
  if (!shown?.ledger) throw redirect("/exit", { headers: PAGE_HEADERS });
  const { view, ledger } = shown;
  return { ledger, all, checkedAt: view.checkedAt?.toString() ?? null, timeZone: view.timeZone };
}

/** The ledger as far as it is known, to read and to print: what a dispute of a charge needs (D25). */
export default function ExitLedgerPage() {
  const { ledger, all, checkedAt, timeZone } = useLoaderData<typeof loader>();
  const { t, instant } = useTranslator();
  return (
    <>
      <p className="links">
        <a href="/exit">{t("exit.back")}</a>
      </p>
      <h1>{t("ledger.title")}</h1>
      <p>{checkedAt ? t("exit.ledger.asOf", { when: instant(checkedAt, timeZone) }) : t("exit.asOfTold")}</p>
      <p className="soft">{t("exit.ledger.print")}</p>
      <ExitLedger ledger={ledger} />
      {all ? null : (
        <p className="links">
          <a href="/exit/ledger?days=all">{t("exit.ledger.all")}</a>
        </p>
      )}
    </>
  );
}

export const meta = exitTitle("ledger.title");
export const headers: HeadersFunction = () => PAGE_HEADERS;
