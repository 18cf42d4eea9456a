import { Temporal } from "temporal-polyfill";
import type { PageContext } from "#sandbox/admin/pages/context.ts";
import { formatInstant } from "#sandbox/admin/pages/i18n.ts";
import { shell } from "#sandbox/admin/pages/shell.ts";
import { html } from "#sandbox/ui/html.ts";
import type { Mail } from "../store.ts";
import { mailText } from "../text.ts";

const sizeOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === "string" ? Buffer.byteLength(content) : content.byteLength;

/** One e-mail: its parts, its headers and its source. The HTML part runs in a frame that can do nothing. */
export function messagePage(context: PageContext, { entry, email, raw }: Mail): string {
  const t = mailText(context.t.locale);
  const title = entry.subject || t("noSubject");
  const base = `/mailbox/messages/${entry.id}`;
  const received = formatInstant(Temporal.Instant.from(entry.receivedAt), context.t.locale, context.timeZone);
  const body = html`<main id="content"><div class="stack"><p><a href="/mailbox">← ${t("back")}</a></p><h1>${title}</h1>
    <dl><dt>${t("from")}</dt><dd>${entry.from}</dd><dt>${t("to")}</dt><dd>${entry.to.join(", ")}</dd>
      <dt>${t("received")}</dt><dd>${received}</dd></dl>
    ${
      email.html &&
      html`<section class="card"><h2>${t("html")}</h2>
      <iframe class="mail" title="${t("html")}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${base}/html"></iframe></section>`
    }
    <section class="card"><h2>${t("text")}</h2>${email.text ? html`<p class="prose">${email.text}</p>` : html`<p>${t("noText")}</p>`}</section>
    ${
      email.attachments.length > 0 &&
      html`<section class="card"><h2>${t("attachments")}</h2><ul>${email.attachments.map(
        (a, i) =>
          html`<li><a href="${base}/attachments/${i}">${a.filename ?? a.mimeType}</a> ${t("bytes", { bytes: sizeOf(a.content) })}</li>`,
      )}</ul></section>`
    }
    <details class="card"><summary>${t("headers")}</summary><dl>${email.headers.map((h) => html`<dt>${h.originalKey}</dt><dd>${h.value}</dd>`)}</dl></details>
    <details class="card"><summary>${t("source")}</summary><p><a href="${base}/source.eml">${t("download")}</a></p><pre>${raw.toString("utf8")}</pre></details>
  </div></main>`;
  return shell(context, { title, body });
}
