import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import type { openingAnswer } from "#app/http/opening.server.ts";
import { createTranslator } from "#app/messages/translator.ts";

export const openingMeta: MetaFunction<typeof openingAnswer> = ({ data }) => [
  { title: data ? createTranslator(data.locale, data.messages).t("opening.title") : "Settled" },
];

export const openingHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
