import type { Request, Response } from "express";

export const LANGS = ["en", "zh-CN"] as const;
export type Lang = (typeof LANGS)[number];

const COOKIE = "sandbox_lang";

/** The language of a request: `?lang=` first, then the cookie of an earlier choice, then the browser's. */
export function langOf(request: Request): Lang {
  const asked = LANGS.find((lang) => lang === request.query.lang);
  if (asked) return asked;
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(request.headers.cookie ?? "")?.[1];
  const chosen = LANGS.find((lang) => lang === cookie);
  return chosen ?? (request.acceptsLanguages("en", "zh") === "zh" ? "zh-CN" : "en");
}

/** Remembers a language chosen by `?lang=` for the next pages. */
export function rememberLang(request: Request, response: Response): Lang {
  const lang = langOf(request);
  if (request.query.lang === lang)
    response.cookie(COOKIE, lang, { httpOnly: true, sameSite: "lax", path: "/", maxAge: 31_536_000_000 });
  return lang;
}
