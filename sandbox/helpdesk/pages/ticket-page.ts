import { Temporal } from "temporal-polyfill";
import type { PageContext } from "#sandbox/admin/pages/context.ts";
import { formatInstant } from "#sandbox/admin/pages/i18n.ts";
import { shell } from "#sandbox/admin/pages/shell.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import { type DeskText, deskText } from "../text.ts";
import { PUT_AWAY, type Ticket } from "../tickets.ts";

function actions(t: DeskText, { number, status, putAway }: Ticket): Html {
  const base = `/help-desk/tickets/${number}`;
  return html`${
    status === "new" &&
    html`<form class="card" method="post" action="${base}/acknowledge"><p>${t("acknowledge.text")}</p><button class="button primary">${t("acknowledge")}</button></form>`
  }${
    (status === "new" || status === "acknowledged") &&
    html`<form class="card" method="post" action="${base}/ask"><label>${t("ask.label")}<textarea name="text" rows="3" required>${t("ask.default")}</textarea></label><button class="button">${t("ask")}</button></form>`
  }${
    status === "waiting" &&
    html`<form class="card" method="post" action="${base}/resume"><p>${t("resume.text")}</p><button class="button">${t("resume")}</button></form>`
  }${
    status !== "closed" &&
    html`<form class="card" method="post" action="${base}/close"><label>${t("close.label")}<textarea name="text" rows="4" required>${t("close.default")}</textarea></label><button class="button">${t("close")}</button></form>`
  }<form class="card" method="post" action="${base}/put-away"><label>${t("putAway.label")}<select name="as">${(
    ["", ...PUT_AWAY] as const
  ).map(
    (as) =>
      html`<option value="${as}"${as === (putAway ?? "") && html` selected`}>${t(as === "" ? "putAway.none" : `putAway.${as}`)}</option>`,
  )}</select></label><button class="button">${t("putAway")}</button></form>`;
}

/** One ticket as a support agent sees it. `problem` explains a reply that was not sent. */
export function ticketPage(context: PageContext, ticket: Ticket, problem: string | null): string {
  const t = deskText(context.t.locale);
  const time = (at: string) => formatInstant(Temporal.Instant.from(at), context.t.locale, context.timeZone);
  const person = ({ name, address }: Ticket["from"]) => (name ? `${name} <${address}>` : address);
  const title = `${ticket.number} · ${ticket.subject}`;
  const body = html`<main id="content"><div class="stack"><p><a href="/help-desk">← ${t("back")}</a></p>
    <h1>${title} <span class="badge ${ticket.status}">${t(`status.${ticket.status}`)}</span>${
      ticket.putAway && html` <span class="badge bad">${t(`putAway.${ticket.putAway}`)}</span>`
    }</h1>
    ${problem && html`<p class="card problem" role="alert">${t("notSent", { reason: problem })}</p>`}
    <dl><dt>${t("from")}</dt><dd>${person(ticket.from)}</dd>
      <dt>${t("replyTo")}</dt><dd>${person(ticket.replyTo)}</dd>
      <dt>${t("received")}</dt><dd>${time(ticket.receivedAt)} · ${t("times", { count: ticket.receivedCount })}</dd></dl>
    <section class="card"><h2>${t("message")}</h2><p class="prose">${ticket.text}</p>
      ${ticket.mailId && html`<p><a href="/mailbox/messages/${ticket.mailId}">${t("openMail")}</a></p>`}</section>
    ${
      ticket.attachments.length > 0 &&
      html`<section class="card"><h2>${t("attachments")}</h2><ul>${ticket.attachments.map(
        (a, i) =>
          html`<li><a href="/mailbox/messages/${ticket.mailId}/attachments/${i}">${a.filename || a.mimeType}</a></li>`,
      )}</ul></section>`
    }
    ${
      ticket.replies.length > 0 &&
      html`<section class="card"><h2>${t("replies")}</h2>${ticket.replies.map(
        (r) => html`<h3>${t(`reply.${r.kind}`, { time: time(r.at) })}</h3><p class="prose">${r.text}</p>`,
      )}</section>`
    }
    ${actions(t, ticket)}
    <details class="card"><summary>${t("headers")}</summary><dl>${ticket.headers.map((h) => html`<dt>${h.key}</dt><dd>${h.value}</dd>`)}</dl></details>
  </div></main>`;
  return shell(context, { title, body });
}
