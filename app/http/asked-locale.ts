import { type Locale, nearestLocale } from "#app/messages/locales.ts";

/** The language of a page: what its address asks for, as the admin's does, or what the browser reads. */
export const askedLocale = ({ url, headers }: Request): Locale =>
  nearestLocale(new URL(url).searchParams.get("locale") ?? headers.get("accept-language"));
