import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskPage } from "#app/components/operator/desk-page.tsx";
import { TranslatorProvider } from "#app/components/page/translator.tsx";
import { publicTitle } from "#app/components/public/public-page.tsx";
import { operatorOnly } from "#app/http/operator-only.server.ts";
import { PAGE_HEADERS } from "#app/http/visitor.server.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { showDesk } from "#app/services/desk/show-desk.server.ts";
import styles from "#app/styles/exit.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = publicTitle("desk.title");

/** Shows and changes nothing; what is to be done is typed at the desk (npm run ops). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await operatorOnly(request, context);
  const locale = nearestLocale(request.headers.get("accept-language"));
  return { locale, desk: await showDesk(context.container.deps) };
}

export default function Operator() {
  const { locale, desk } = useLoaderData<typeof loader>();
  return (
    <TranslatorProvider locale={locale}>
      <DeskPage desk={desk} />
    </TranslatorProvider>
  );
}

/** Whoever is refused reads nothing here; the browser asks for the token by itself. */
export const ErrorBoundary = () => null;

/** A refusal says how to ask again: by the token, or after a while. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const all = new Headers(PAGE_HEADERS);
  for (const name of ["www-authenticate", "retry-after"]) {
    const said = errorHeaders?.get(name);
    if (said) all.set(name, said);
  }
  return all;
};
