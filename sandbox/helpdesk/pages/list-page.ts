import { Temporal } from "temporal-polyfill";
import type { PageContext } from "#sandbox/admin/pages/context.ts";
import { formatInstant } from "#sandbox/admin/pages/i18n.ts";
import { shell } from "#sandbox/admin/pages/shell.ts";
import { html } from "#sandbox/ui/html.ts";
import { deskText } from "../text.ts";
import type { Ticket } from "../tickets.ts";

/** Every ticket, newest first. */
export function ticketListPage(context: PageContext, tickets: readonly Ticket[], address: string): string {
  const t = deskText(context.t.locale);
  const time = (at: string) => formatInstant(Temporal.Instant.from(at), context.t.locale, context.timeZone);
  const body = html`<main id="content"><div class="stack"><h1>${t("title")}</h1><p>${t("intro", { address })}</p>
    ${tickets.length === 0 && html`<p class="card">${t("none")}</p>`}
    <ul class="list">${tickets.map(
      (ticket) => html`<li><a class="card" href="/help-desk/tickets/${ticket.number}">
        <b>${ticket.number} · ${ticket.subject}</b> <span class="badge ${ticket.status}">${t(`status.${ticket.status}`)}</span>
        <span>${t("from")}: ${ticket.from.address}</span>
        <small>${time(ticket.receivedAt)}${ticket.receivedCount > 1 && html` · ${t("times", { count: ticket.receivedCount })}`}</small></a></li>`,
    )}</ul></div></main>`;
  return shell(context, { title: t("title"), body });
}
