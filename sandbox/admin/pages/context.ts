import type { Request } from "express";
import type { Temporal } from "temporal-polyfill";
import { DEMO_ZONE } from "#sandbox/clock/clock.ts";
import { langOf } from "#sandbox/ui/lang.ts";
import { type AppLanguage, ownLanguage } from "../shop/languages.ts";
import { type AdminFile, stateOf } from "../state.ts";
import { type StaffKey, type Store, staff } from "../stores.ts";
import { cookieOf } from "./i18n.ts";
import { type Text, text } from "./text.ts";

/** What every page needs to know about the request it answers. */
export interface PageContext {
  /** The words around the app. */
  readonly t: Text;
  /** What the admin is set to: the app's language. */
  readonly language: AppLanguage;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** Where forms of the page return to. */
  readonly path: string;
  readonly store: Store | null;
  readonly staff: StaffKey;
}

/** Context of a store's page. */
export type StoreContext = PageContext & { readonly store: Store };

export const staffCookie = "sandbox_staff";

const staffOf = (req: Request): StaffKey =>
  cookieOf(req, staffCookie) === staff.bookkeeper.key ? "bookkeeper" : "owner";

/** Context of a page outside the stores. */
export function pageContext(req: Request, now: Temporal.Instant): PageContext {
  const language = langOf(req);
  return {
    t: text(language),
    language,
    now,
    timeZone: DEMO_ZONE,
    path: req.originalUrl,
    store: null,
    staff: staffOf(req),
  };
}

/** Context of a page inside a store: its language and time zone are the merchant's. */
export function storeContext(
  req: Request,
  now: Temporal.Instant,
  store: Store,
  file: AdminFile,
): StoreContext {
  const { locale: language } = stateOf(file.value, store.domain);
  return {
    ...pageContext(req, now),
    t: text(ownLanguage(language)),
    language,
    timeZone: store.timeZone,
    store,
  };
}
