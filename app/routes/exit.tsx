import { type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { EndVisit } from "#app/components/exit/end-visit.tsx";
import { ExitFrame } from "#app/components/exit/exit-frame.tsx";
import { exitFrameTitle } from "#app/components/exit/exit-title.ts";
import { ProblemPage } from "#app/components/page/problem-page.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { findVisitor, PAGE_HEADERS, readVisit, writeVisit } from "#app/http/visitor.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import chartStyles from "#app/styles/chart.css?url";
import costStyles from "#app/styles/cost.css?url";
import styles from "#app/styles/exit.css?url";

export const links = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: chartStyles },
  { rel: "stylesheet", href: costStyles },
];
export const meta = exitFrameTitle;

/** The frame of the stand-alone page: plain HTML, no script, no third party, in the merchant's language. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { container } = context;
  const visitor = await findVisitor(request, context);
  const asked = new URL(request.url).searchParams.get("locale");
  if (asked) {
    const locale = nearestLocale(asked);
    const visit = await readVisit(request, container);
    const cookie = await writeVisit({ ...visit, locale }, container);
    return json({ locale, isVisit: visitor !== null }, { headers: { "set-cookie": cookie } });
  }
  const { locale: chosen } = await readVisit(request, container);
  const locale = visitor?.locale ?? chosen ?? nearestLocale(request.headers.get("accept-language"));
  return json({ locale, isVisit: visitor !== null });
}

export default function Exit() {
  const { locale, isVisit } = useLoaderData<typeof loader>();
  return (
    <TranslatorProvider locale={locale}>
      <ExitFrame>
        <Outlet />
        {isVisit ? <EndVisit /> : null}
      </ExitFrame>
    </TranslatorProvider>
  );
}

export function ErrorBoundary() {
  return <ProblemPage error={useRouteError()} />;
}

export const headers: HeadersFunction = () => PAGE_HEADERS;
