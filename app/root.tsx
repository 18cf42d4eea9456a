import words from "virtual:words";
import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "#app/components/page/nonce.ts";
import { frameTitle } from "#app/components/page/page-title.ts";
import { ProblemPage } from "#app/components/page/problem-page.tsx";
import { askedLocale } from "./http/asked-locale.ts";
import { wordsAt } from "./messages/words-at.ts";

/** Embedded pages live under /app and get App Bridge first; all others are plain documents without any script. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const { SHOPIFY_API_KEY, APP_BRIDGE_URL } = context.container.config;
  const locale = askedLocale(request);
  return url.pathname === "/app" || url.pathname.startsWith("/app/")
    ? {
        kind: "embedded" as const,
        locale,
        words: wordsAt(words[locale], url.pathname),
        apiKey: SHOPIFY_API_KEY,
        appBridgeUrl: APP_BRIDGE_URL,
      }
    : { kind: "plain" as const, locale };
}

/** What an address that no page answers is called, or a page that could not be shown. */
export const meta = frameTitle("root", (name) => name);

/** Neither the script address nor the document's language changes while the page lives. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const embedded = data?.kind === "embedded";
  const nonce = useNonce();
  return (
    <html lang={useDocumentLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {embedded ? <meta name="shopify-api-key" content={data.apiKey} /> : null}
        {embedded ? <script src={data.appBridgeUrl} data-api-key={data.apiKey} /> : null}
        {embedded ? (
          <link rel="modulepreload" href={data.words.page} id="words" data-all={data.words.all} />
        ) : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {embedded ? <ScrollRestoration nonce={nonce} /> : null}
        {embedded ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

/** The innermost page that knows its language decides; mails open in the merchant's, not in the browser's. */
function useDocumentLocale(): string {
  const locales = useMatches().flatMap(({ data }) =>
    data && typeof data === "object" && "locale" in data && typeof data.locale === "string"
      ? data.locale
      : [],
  );
  return locales.at(-1) ?? "en";
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage error={useRouteError()} />;
}
