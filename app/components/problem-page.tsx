import { isRouteErrorResponse, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Locale } from "#app/messages/locales.ts";
import en from "../messages/en/problem.json";
import zh from "../messages/zh-CN/problem.json";

/** Both languages travel with this page: it must work when nothing else could be loaded. */
const TEXTS: Record<Locale, typeof en> = { en, "zh-CN": zh };

type Props = { error: unknown; fromShopify: (error: unknown) => ReactNode };

/**
 * What a person sees when a page failed: what happened, what is safe, and another way to finish. Answers that
 * Shopify's library threw to steer the browser are its own to render.
 */
export function ProblemPage({ error, fromShopify }: Props) {
  const root = useRouteLoaderData<{ locale: Locale }>("root");
  if (
    isRouteErrorResponse(error) &&
    error.status !== 404 &&
    typeof error.data === "string" &&
    error.data !== ""
  )
    return fromShopify(error);
  const texts = TEXTS[root?.locale ?? "en"];
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main
      style={{ maxWidth: 640, margin: "48px auto", padding: "0 16px", fontFamily: "system-ui, sans-serif" }}
    >
      <h1>{missing ? texts["problem.notFound"] : texts["problem.title"]}</h1>
      <p>{missing ? texts["problem.notFoundBody"] : texts["problem.body"]}</p>
      <p>
        <a href="/app">{texts["problem.again"]}</a>
      </p>
    </main>
  );
}
