import { Temporal } from "temporal-polyfill";
import type { PageContext } from "#sandbox/admin/pages/context.ts";
import { formatInstant } from "#sandbox/admin/pages/i18n.ts";
import { shell } from "#sandbox/admin/pages/shell.ts";
import { html } from "#sandbox/ui/html.ts";
import { type FaultMode, faultMode } from "../faults.ts";
import type { MailEntry } from "../store.ts";
import { mailText } from "../text.ts";

export interface MailList {
  readonly entries: readonly MailEntry[];
  readonly recipients: readonly string[];
  readonly to: string | undefined;
  readonly fault: FaultMode;
}

/** All e-mails of one recipient or of everyone, and the switch that makes the mail server fail. */
export function mailListPage(context: PageContext, { entries, recipients, to, fault }: MailList): string {
  const t = mailText(context.t.locale);
  const option = (value: string, label: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${label}</option>`;
  const time = (entry: MailEntry) =>
    formatInstant(Temporal.Instant.from(entry.receivedAt), context.t.locale, context.timeZone);
  const body = html`<main id="content"><div class="stack"><h1>${t("title")}</h1><p>${t("intro")}</p>
    <form class="card filter"><label>${t("to")} <select name="to">${option("", t("everyone"), !to)}${recipients.map((r) => option(r, r, r === to))}</select></label>
      <button class="button">${t("show")}</button></form>
    ${entries.length === 0 && html`<p class="card">${t("none")}</p>`}
    <ul class="list">${entries.map(
      (e) => html`<li><a class="card" href="/mailbox/messages/${e.id}">
        <b>${e.subject || t("noSubject")}</b>
        <span>${t("to")}: ${e.to.join(", ")} · ${t("from")}: ${e.from}</span><small>${time(e)}</small></a></li>`,
    )}</ul>
    <form class="card filter" method="post" action="/mailbox/faults"><h2>${t("faults")}</h2><p>${t("faults.text")}</p>
      <label>${t("faults")} <select name="mode">${faultMode.options.map((m) => option(m, t(`faults.${m}`), m === fault))}</select></label>
      <input type="hidden" name="return" value="/mailbox"><button class="button">${t("faults.apply")}</button></form>
  </div></main>`;
  return shell(context, { title: t("title"), body });
}
