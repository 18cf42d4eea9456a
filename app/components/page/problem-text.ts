import { isRouteErrorResponse } from "@remix-run/react";
import en from "#app/messages/en/problem.json";
import type { Locale } from "#app/messages/locales.ts";
import zh from "#app/messages/zh-CN/problem.json";

/** Both languages travel with this page: it must work when nothing else could be loaded. */
const TEXTS: Record<Locale, typeof en> = { en, "zh-CN": zh };

export const problemTexts = (locale: Locale | undefined) => TEXTS[locale ?? "en"];

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
