import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedLocale } from "./asked-locale.ts";
import "../load-context.ts";

/** What a page that everybody may read says: who runs Settled, in the reader's language. */
export function publicPage({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { name, address, email } = context.container.deps.settings.operator;
  const locale = askedLocale(request);
  return { locale, operator: { name, address, email } };
}

export type PublicPage = ReturnType<typeof publicPage>;
