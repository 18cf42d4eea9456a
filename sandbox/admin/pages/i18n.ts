import { createIntl, createIntlCache } from "@formatjs/intl";
import type { Request } from "express";
import type { Temporal } from "temporal-polyfill";
import type { Lang } from "#sandbox/ui/lang.ts";

export type Catalogue<Key extends string> = Readonly<Record<Key, string>>;

export interface Translate<Key extends string> {
  readonly locale: Lang;
  (key: Key, values?: Record<string, string | number>): string;
}

const cache = createIntlCache();

/** Translator over a pair of ICU catalogues with the same keys; the compiler checks every key. */
export function translator<Key extends string>(catalogues: Readonly<Record<Lang, Catalogue<Key>>>) {
  return (locale: Lang): Translate<Key> => {
    const intl = createIntl({ locale, messages: catalogues[locale] }, cache);
    const translate = (key: Key, values?: Record<string, string | number>) =>
      intl.formatMessage({ id: key }, values);
    return Object.assign(translate, { locale });
  };
}

/** One cookie of a request, or undefined. */
export function cookieOf(req: Request, name: string): string | undefined {
  const pair = (req.headers.cookie ?? "").split(/;\s*/).find((c) => c.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** A sandbox instant for people: weekday, date and time, then the zone by name in brackets. */
export function formatInstant(instant: Temporal.Instant, locale: Lang, timeZone: string): string {
  const chinese = locale === "zh-CN";
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).formatToParts(instant.epochMilliseconds);
  const moment = parts({
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  })
    .map(({ type, value }) => (chinese && type === "weekday" ? `（${value}）` : value))
    .join("");
  const zone = parts({ timeZoneName: "longGeneric" }).find(({ type }) => type === "timeZoneName");
  return chinese ? `${moment}（${zone?.value}）` : `${moment} (${zone?.value})`;
}
