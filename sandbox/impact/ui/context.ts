import type { Request } from "express";
import { dayOf } from "#sandbox/impact/derive/days.ts";
import { fromMinor } from "#sandbox/impact/derive/minor.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";
import { shortDate } from "#sandbox/ui/clock-bar.ts";
import { type Lang, langOf } from "#sandbox/ui/lang.ts";
import { type Translate, translator } from "#sandbox/ui/translate.ts";

/** What every page of one account is made from. */
export interface PageContext {
  t: Translate;
  lang: Lang;
  view: AccountView;
  /** `/impact/accounts/{key}`. */
  base: string;
  query: URLSearchParams;
  date(day: string): string;
  dateOfMs(epochMs: number): string;
  /** An amount in the account's currency: a decimal string, or minor units. */
  money(amount: string | number): string;
}

export function pageContext(request: Request, view: AccountView): PageContext {
  const lang = langOf(request);
  const { currency } = view.account.seed.account;
  const format = new Intl.NumberFormat(lang, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return {
    t: translator(lang),
    lang,
    view,
    base: `/impact/accounts/${view.account.seed.sandbox.key}`,
    query: new URL(request.originalUrl, "http://sandbox").searchParams,
    date: (day) => shortDate(day, lang),
    dateOfMs: (epochMs) => shortDate(dayOf(epochMs, view.timeZone), lang),
    money: (amount) => format.format(decimal(typeof amount === "string" ? amount : fromMinor(amount))),
  };
}

/** Intl formats decimal strings exactly; its type wants to see that the text is one. */
function decimal(text: string): `${number}` {
  return text as `${number}`;
}
