import { isRouteErrorResponse } from "@remix-run/react";
import { type Locale, PROBLEM_TEXTS } from "#app/messages/locales.ts";

export const problemTexts = (locale: Locale | undefined) => PROBLEM_TEXTS[locale ?? "en"];

/** What kept a page from being shown: the address, the person's session in the admin, or we. */
export type Problem = "missing" | "signed-out" | "fault";

export function problemOf(error: unknown): Problem {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return status === 404 ? "missing" : status === 401 ? "signed-out" : "fault";
}

/** Heading of the page and title of its document. */
export function problemTitle(error: unknown, locale: Locale | undefined): string {
  const texts = problemTexts(locale);
  const titles = {
    missing: texts["problem.notFound"],
    "signed-out": texts["problem.signedOut"],
    fault: texts["problem.title"],
  };
  return titles[problemOf(error)];
}
