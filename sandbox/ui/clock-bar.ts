import { Temporal } from "temporal-polyfill";
import { type Html, html } from "#sandbox/ui/html.ts";
import type { Lang } from "#sandbox/ui/lang.ts";
import { lastingPath } from "#sandbox/ui/page.ts";
import type { Translate } from "#sandbox/ui/translate.ts";

interface ClockBar {
  t: Translate;
  lang: Lang;
  path: string;
  now: Temporal.Instant;
  timeZone: string;
  /** The account whose next event the button goes to; all when undefined. */
  account: string | undefined;
  next: { on: string; what: string } | undefined;
}

/** The sandbox time with its three buttons; each sends the person back to the page they were on. */
export function clockBar({ t, lang, path, now, timeZone, account, next }: ClockBar): Html {
  const time = now.toZonedDateTimeISO(timeZone).toLocaleString(lang, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const coming = next
    ? t("clock.coming", { what: next.what, date: shortDate(next.on, lang) })
    : t("clock.quiet");
  return html`<section class="clock" aria-label="${t("clock.label")}"><div class="clock-row">
<div><div class="label">${t("clock.label")}</div><div class="time">${time}</div></div>
<form method="post" action="/clock">
<input type="hidden" name="return" value="${lastingPath(path)}">
${account !== undefined && html`<input type="hidden" name="account" value="${account}">`}
<button name="by" value="day">${t("clock.day")}</button>
<button name="by" value="week">${t("clock.week")}</button>
<button name="by" value="next-event">${t("clock.next")}</button>
</form>
<div class="coming">${coming}</div>
</div></section>`;
}

/** A day as people read it, with its weekday. */
export const shortDate = (day: string, lang: Lang): string =>
  Temporal.PlainDate.from(day).toLocaleString(lang, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
  });
