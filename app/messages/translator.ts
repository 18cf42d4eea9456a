import { IntlMessageFormat } from "intl-messageformat";
import { type Note, renderNote } from "#app/domain/text.ts";
import type { MessageId } from "./catalogue.ts";
import { closeUp, isEastAsian, markEnds, marked } from "./close-up.ts";
import { formatters } from "./formatters.ts";
import { articledDays } from "./italian-days.ts";
import type { Locale } from "./locales.ts";
import { dayText, momentText } from "./moments.ts";
import { oneStop } from "./one-stop.ts";

/** A message as the server parsed it: plain text, or the parts of an ICU message. */
export type Message = string | readonly unknown[];
export type Values = Record<string, string | number>;

/** Turns message ids, decimal amounts and ISO dates into one language. The same on server, client and in jobs. */
export type Translator = {
  locale: Locale;
  t(id: MessageId, values?: Values): string;
  /** For ids that are data, such as the core's notes. */
  text(id: string, values?: Values): string;
  /** A decimal string with its currency: exact, never through a float. */
  money(amount: string, currency: string): string;
  /** Weekday and full date: people act on weekdays. */
  date(iso: string): string;
  shortDate(iso: string): string;
  /** Weekday and day, with the year only where it is not that of `today`. */
  dated(iso: string, today: string): string;
  /** A day without its year, as under a chart. */
  day(iso: string): string;
  monthName(isoMonth: string): string;
  shortMonth(isoMonth: string): string;
  /** A round amount beside a gridline; the only amount that is a number and not a decimal string. */
  axisMoney(amount: number, currency: string): string;
  month(isoMonth: string): string;
  /** Date and time of an instant, with the name of the zone in brackets behind it. */
  instant(iso: string, timeZone: string): string;
  number(value: number): string;
  /** 2.5 as "2.5%": the sign and what stands before it are the language's. */
  percent(value: number): string;
  list(items: string[]): string;
  /** A sentence of the core: its amounts and dates become the reader's. */
  note(note: Note): string;
};

// Dates come as ISO strings and are only formatted here: `Intl` is enough, and Temporal would double the script a
// page loads.
type Parts = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

const timeOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

export function createTranslator(locale: Locale, messageOf: (id: string) => Message | undefined): Translator {
  const formats = new Map<string, IntlMessageFormat>();
  const plain = (id: string, values?: Values): string => {
    const message = messageOf(id);
    if (message === undefined) throw new Error(`No message "${id}" in "${locale}".`);
    if (typeof message === "string") return message;
    const known = formats.get(id);
    const format = known ?? new IntlMessageFormat(message as Parts, locale, undefined, { formatters });
    if (!known) formats.set(id, format);
    return String(format.format(values));
  };
  const worded = locale === "it" ? articledDays : (said: string) => said;
  const text = isEastAsian(locale)
    ? (id: string, values: Values = {}) => closeUp(plain(id, markEnds(values)))
    : (id: string, values?: Values) => worded(oneStop(plain(id, values)));
  const day = (iso: string, options: Intl.DateTimeFormatOptions) =>
    dayText(locale, { ...options, timeZone: "UTC" }, timeOf(iso));
  // Narrow symbols are shared, "$" by four of the card currencies, "kr" by three, and in Chinese "¥" is another currency:
  // only the US dollar has its own to itself.
  const inCurrency = (currency: string, options: Intl.NumberFormatOptions = {}) =>
    formatters.getNumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: currency === "USD" ? "narrowSymbol" : "symbol",
      ...options,
    });
  const money = (amount: string, currency: string) =>
    inCurrency(currency).format(amount as Intl.StringNumericLiteral);
  const percent = (value: number) =>
    formatters.getNumberFormat(locale, { style: "percent", maximumFractionDigits: 4 }).format(value / 100);
  const date = (iso: string) =>
    day(iso, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const month = (isoMonth: string) => day(`${isoMonth}-01`, { month: "long", year: "numeric" });
  return {
    locale,
    text,
    t: text,
    money,
    date,
    month,
    percent,
    note: (note) => renderNote(note, { message: text, money, date, month, percent }),
    shortDate: (iso) => day(iso, { day: "numeric", month: "short", year: "numeric" }),
    dated: (iso, today) =>
      day(iso, {
        weekday: "short",
        day: "numeric",
        month: "short",
        ...(iso.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
      }),
    day: (iso) => day(iso, { day: "numeric", month: "short" }),
    // Chinese would write it out ("五月") beside days that have a number ("5月1日").
    monthName: (isoMonth) => day(`${isoMonth}-01`, { month: isEastAsian(locale) ? "short" : "long" }),
    shortMonth: (isoMonth) => day(`${isoMonth}-01`, { month: "short" }),
    axisMoney: (amount, currency) =>
      inCurrency(currency, { minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(amount),
    instant: (iso, timeZone) => momentText(locale, timeZone, Date.parse(iso)),
    number: (value) => formatters.getNumberFormat(locale).format(value),
    list: (items) => listText(locale, items),
  };
}

/** Intl leaves no blank between 和 and a Latin name. */
function listText(locale: string, items: readonly string[]): string {
  const format = new Intl.ListFormat(locale, { type: "conjunction" });
  if (!isEastAsian(locale)) return format.format(items);
  const parts = format
    .formatToParts(items)
    .map(({ type, value }) => (type === "element" ? marked(value) : value.replace("和", " 和 ")));
  return closeUp(parts.join(""));
}
