import type { LoaderFunctionArgs } from "@remix-run/node";
import { nearestLocale } from "#app/messages/locales.ts";
import { messagesOf } from "#app/messages/messages.server.ts";
import "../load-context.ts";

/** What a page that everybody may read says: who runs Settled, in the reader's language. */
export function publicPage({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { name, address, email } = context.container.deps.settings.operator;
  const asked = new URL(request.url).searchParams.get("locale");
  const locale = nearestLocale(asked ?? request.headers.get("accept-language"));
  return { locale, messages: messagesOf(locale), operator: { name, address, email } };
}

export type PublicPage = ReturnType<typeof publicPage>;
