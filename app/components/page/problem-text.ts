import { isRouteErrorResponse } from "@remix-run/react";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#words";

/** What kept a page from being shown: the address, the person's session in the admin, or we. */
export type Problem = "missing" | "signed-out" | "fault";

export function problemOf(error: unknown): Problem {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return status === 404 ? "missing" : status === 401 ? "signed-out" : "fault";
}

/** Heading of the page and title of its document. */
export function problemTitle(error: unknown, locale: Locale | undefined): string {
  const titles = {
    missing: "problem.notFound",
    "signed-out": "problem.signedOut",
    fault: "problem.title",
  } as const;
  return translatorFor(locale ?? "en").t(titles[problemOf(error)]);
}
