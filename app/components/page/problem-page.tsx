import { isRouteErrorResponse, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import en from "#app/messages/en/problem.json";
import type { Locale } from "#app/messages/locales.ts";
import zh from "#app/messages/zh-CN/problem.json";

/** Both languages travel with this page: it must work when nothing else could be loaded. */
const TEXTS: Record<Locale, typeof en> = { en, "zh-CN": zh };

type Props = {
  error: unknown;
  /**
   * Inside the admin, where Home is one click away; outside there is no such way on. `inLayout` when the layout
   * around it is the document's main part already.
   */
  embedded?: { fromShopify: (error: unknown) => ReactNode; inLayout: boolean };
};

/**
 * What a person sees when a page failed: what happened, what is safe, and another way to finish. Answers that
 * Shopify's library threw to steer the browser are its own to render.
 */
export function ProblemPage({ error, embedded }: Props) {
  const root = useRouteLoaderData<{ locale: Locale }>("root");
  // Inside the stand-alone page there is a page to go back to, and a language that was chosen.
  const exit = useRouteLoaderData<{ locale: Locale }>("routes/exit");
  if (
    embedded &&
    isRouteErrorResponse(error) &&
    error.status !== 404 &&
    typeof error.data === "string" &&
    error.data !== ""
  )
    return embedded.fromShopify(error);
  const texts = TEXTS[exit?.locale ?? root?.locale ?? "en"];
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const title = missing ? texts["problem.notFound"] : texts["problem.title"];
  if (!embedded)
    return (
      <main>
        <h1>{title}</h1>
        <p>
          {missing
            ? texts[exit ? "problem.notFoundExit" : "problem.notFoundPlain"]
            : texts["problem.bodyPlain"]}
        </p>
        {exit ? (
          <p>
            <a href="/exit">{texts["problem.exit"]}</a>
          </p>
        ) : null}
      </main>
    );
  const Frame = embedded.inLayout ? "div" : "main";
  return (
    <Frame className="problem">
      <h1>{title}</h1>
      <p>{missing ? texts["problem.notFoundBody"] : texts["problem.body"]}</p>
      <p>
        <a href="/app">{texts["problem.again"]}</a>
      </p>
    </Frame>
  );
}
