import type { HeadersFunction, MetaFunction } from "@remix-run/node";
import type { openingAnswer } from "#app/http/opening.server.ts";
import { translatorFor } from "#words";

export const openingMeta: MetaFunction<typeof openingAnswer> = ({ data }) => [
  { title: data ? translatorFor(data.locale).t("opening.title") : "Settled" },
];

export const openingHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
