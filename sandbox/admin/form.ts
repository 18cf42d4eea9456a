import type { Request, Response } from "express";
import { sameSitePath } from "#sandbox/clock/router.ts";
import { APP_LANGUAGE_TAGS, type AppLanguage, ownLanguage } from "./shop/languages.ts";

/** Where a form goes back to: its `return` field when that is a path of this server, otherwise the start. */
export const returnPath = (req: Request): string => sameSitePath(String(req.body.return ?? "")) ?? "/";

/** The language a form asks for, remembered for the sandbox's other pages. Undefined when it asks for none. */
export function chooseLanguage(req: Request, res: Response): AppLanguage | undefined {
  const chosen = APP_LANGUAGE_TAGS.find((l) => l === req.body.locale);
  if (chosen) res.cookie("sandbox_lang", ownLanguage(chosen), { sameSite: "lax", httpOnly: true, path: "/" });
  return chosen;
}
