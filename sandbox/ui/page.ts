import { type Html, html } from "#sandbox/ui/html.ts";
import { LANGS, type Lang } from "#sandbox/ui/lang.ts";
import type { Translate } from "#sandbox/ui/translate.ts";

interface Shell {
  lang: Lang;
  t: Translate;
  /** Path and query of this page, for links and forms that come back to it. */
  path: string;
  title: string;
  /** Where the brand's name leads. */
  home: string;
  /** The bar with the sandbox time, or null. */
  clock: Html | null;
  body: Html;
}

const LANG_NAMES: Readonly<Record<Lang, string>> = { en: "English", "zh-CN": "简体中文" };

/** A whole sandbox page as text: bar with brand and languages, clock, body. */
export function renderPage({ lang, t, path, title, home, clock, body }: Shell): string {
  const page = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${t("brand")}</title>
<link rel="stylesheet" href="/impact/style.css">
</head>
<body>
<a class="skip" href="#content">${t("skip")}</a>
<header class="bar"><div class="bar-row">
<a class="brand" href="${home}">${t("brand")}</a>
<span class="note">${t("brandNote")}</span>
<nav class="langs" aria-label="${t("places")}">
<a href="/">${t("placesStores")}</a>
<a href="/mailbox">${t("placesMailbox")}</a>
<a href="/help-desk">${t("placesHelpDesk")}</a>
</nav>
<nav class="langs" aria-label="${t("language")}">${LANGS.map((one) => languageLink(one, lang, path))}</nav>
</div></header>
${clock}
${body}
</body>
</html>`;
  return `<!doctype html>\n${page.safeHtml}`;
}

function languageLink(one: Lang, current: Lang, path: string): Html {
  const url = new URL(path, "http://sandbox");
  url.searchParams.set("lang", one);
  const href = `${url.pathname}${url.search}`;
  return one === current
    ? html`<a href="${href}" hreflang="${one}" lang="${one}" aria-current="true">${LANG_NAMES[one]}</a>`
    : html`<a href="${href}" hreflang="${one}" lang="${one}">${LANG_NAMES[one]}</a>`;
}

/** The same address without what only this view of it needs: a message shown once, a language choice. */
export function lastingPath(path: string): string {
  const url = new URL(path, "http://sandbox");
  for (const name of ["done", "n", "lang"]) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
}
