import { isRouteErrorResponse, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#words";
import { problemOf, problemTitle } from "./problem-text.ts";

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
  const root = useRouteLoaderData<{ locale: Locale; apiKey?: string }>("root");
  // Inside the stand-alone page there is a page to go back to, and a language that was chosen.
  const exit = useRouteLoaderData<{ locale: Locale }>("routes/exit");
  const problem = problemOf(error);
  if (
    embedded &&
    isRouteErrorResponse(error) &&
    problem !== "missing" &&
    typeof error.data === "string" &&
    error.data !== ""
  )
    return embedded.fromShopify(error);
  const locale = exit?.locale ?? root?.locale;
  const { t } = translatorFor(locale ?? "en");
  const title = problemTitle(error, locale);
  if (!embedded)
    return (
      <main>
        <h1>{title}</h1>
        <p>
          {problem === "missing"
            ? t(exit ? "problem.notFoundExit" : "problem.notFoundPlain")
            : t("problem.bodyPlain")}
        </p>
        {exit ? (
          <p>
            <a href="/exit">{t("problem.exit")}</a>
          </p>
        ) : null}
      </main>
    );
  const Frame = embedded.inLayout ? "div" : "main";
  const body = {
    missing: t("problem.notFoundBody"),
    "signed-out": t("problem.signedOutBody"),
    fault: t("problem.body"),
  }[problem];
  return (
    <Frame className="problem">
      <h1>{title}</h1>
      <p>{body}</p>
      <p>
        {problem === "signed-out" ? (
          <a href={`shopify://admin/apps/${root?.apiKey ?? ""}`} target="_top">
            {t("problem.signIn")}
          </a>
        ) : (
          <a href="/app">{t("problem.again")}</a>
        )}
      </p>
    </Frame>
  );
}
