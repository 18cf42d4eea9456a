import { type Html, html } from "#sandbox/ui/html.ts";
import { LANGS } from "#sandbox/ui/lang.ts";
import { APP_LANGUAGE_TAGS, APP_LANGUAGES, type AppLanguage } from "../shop/languages.ts";
import type { PageContext } from "./context.ts";
import { formatInstant } from "./i18n.ts";

const link = (href: string, label: string, current: boolean) =>
  html`<a href="${href}"${current && html` aria-current="page"`}>${label}</a>`;

/** The sandbox's own two languages, or in a store all that the admin can be set to, as the app follows it. */
function languageSwitch({ t, store, language, path }: PageContext): Html {
  const button = (one: AppLanguage) =>
    html`<button name="locale" value="${one}" lang="${one}" aria-pressed="${String(one === language)}">${APP_LANGUAGES[one]}</button>`;
  const back = html`<input type="hidden" name="return" value="${path}" data-return>`;
  if (!store)
    return html`<form method="post" action="/language" class="language" aria-label="${t("language")}">${back}${LANGS.map(button)}</form>`;
  return html`<details class="language">
    <summary><span class="skip">${t("language")}: </span><span lang="${language}">${APP_LANGUAGES[language]}</span></summary>
    <form method="post" action="/store/${store.name}/language">${back}${APP_LANGUAGE_TAGS.map(button)}</form>
  </details>`;
}

function clockStrip({ t, now, timeZone, path, store }: PageContext): Html {
  const step = (value: string, label: string) => html`<button name="by" value="${value}">${label}</button>`;
  return html`<form method="post" action="/clock" class="clock">
    <span><b>${t("clock")}</b> <time datetime="${now.toString()}">${formatInstant(now, t.locale, timeZone)}</time></span>
    <input type="hidden" name="return" value="${path}" data-return>
    ${store && html`<input type="hidden" name="account" value="${store.impactAccount}">`}
    <span class="steps">${step("day", t("clock.day"))}${step("week", t("clock.week"))}${step("next-event", t("clock.next"))}</span>
  </form>`;
}

/** Every page of the store admin: top bar, sandbox strip, content. `head` may add scripts. */
export function shell(
  context: PageContext,
  page: { title: string; body: Html; top?: Html; head?: Html },
): string {
  const { t, path } = context;
  return html`<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${t("sandbox")}</title>
<link rel="stylesheet" href="/admin-assets/admin.css"><link rel="icon" href="data:,">
${page.head}
</head>
<body>
<a class="skip" href="#content">${t("skip")}</a>
<header class="top">
  <a class="brand" href="/">${t("sandbox")}</a>
  ${page.top}
  ${languageSwitch(context)}
</header>
<div class="strip">
  ${clockStrip(context)}
  <nav class="places" aria-label="${t("places")}">
    ${link("/", t("stores"), path === "/")}
    ${link("/impact", t("places.impact"), path.startsWith("/impact"))}
    ${link("/mailbox", t("places.mailbox"), path.startsWith("/mailbox"))}
    ${link("/help-desk", t("places.helpDesk"), path.startsWith("/help-desk"))}
  </nav>
</div>
${page.body}
</body>
</html>`.safeHtml;
}
