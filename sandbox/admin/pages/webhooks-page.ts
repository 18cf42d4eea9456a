import { Temporal } from "temporal-polyfill";
import { type Html, html } from "#sandbox/ui/html.ts";
import type { Delivery } from "../state.ts";
import { compliancePayloads } from "../webhooks/compliance-payloads.ts";
import type { StoreContext } from "./context.ts";
import { formatInstant } from "./i18n.ts";
import { storeShell } from "./store-shell.ts";

function stateOfDelivery(d: Delivery): "delivered" | "pending" | "failed" {
  if (d.nextAttempt !== null) return "pending";
  const last = d.attempts.at(-1)?.status ?? 0;
  return last >= 200 && last < 300 ? "delivered" : "failed";
}

function deliveryCard(context: StoreContext, d: Delivery): Html {
  const { t, store, timeZone } = context;
  const time = (at: string) => formatInstant(Temporal.Instant.from(at), t.locale, timeZone);
  const state = stateOfDelivery(d);
  return html`<article class="card delivery" data-webhook-id="${d.webhookId}">
    <h2>${d.topic} <span class="badge ${state}">${t(`webhooks.state.${state}`)}</span></h2>
    <dl><dt>${t("webhooks.triggered")}</dt><dd>${time(d.triggeredAt)}</dd>
    <dt>${t("webhooks.id")}</dt><dd><code>${d.webhookId}</code></dd>
    <dt>${t("webhooks.tries")}</dt><dd><ol>${d.attempts.map(
      (a) =>
        html`<li>${t("webhooks.try", {
          time: time(a.at),
          result:
            a.status === null
              ? t("webhooks.noAnswer", { error: a.error ?? "" })
              : t("webhooks.status", { status: String(a.status) }),
          milliseconds: a.milliseconds,
        })}</li>`,
    )}</ol></dd></dl>
    <details><summary>${t("webhooks.body")}</summary><pre>${JSON.stringify(JSON.parse(d.body), null, 2)}</pre></details>
    <form method="post" action="/store/${store.name}/webhooks/${d.webhookId}/again"><button class="button">${t("webhooks.again")}</button></form>
  </article>`;
}

/** What was sent to the app about this store, with every try. */
export function webhooksPage(
  context: StoreContext,
  installed: boolean,
  deliveries: readonly Delivery[],
): string {
  const { t, store } = context;
  const title = t("webhooks.title");
  const body = html`<div class="stack"><h1>${title}</h1><p>${t("webhooks.text")}</p>
    ${deliveries.length === 0 && html`<p class="card">${t("webhooks.none")}</p>`}
    ${deliveries.toReversed().map((d) => deliveryCard(context, d))}
    <section class="card"><h2>${t("webhooks.compliance")}</h2><p>${t("webhooks.compliance.text")}</p>
      <form method="post" action="/store/${store.name}/webhooks" class="actions">${Object.keys(
        compliancePayloads,
      ).map(
        (topic) =>
          html`<button class="button" name="topic" value="${topic}">${t("webhooks.send", { topic })}</button>`,
      )}</form></section></div>`;
  return storeShell(context, { title, section: "webhooks", installed, body });
}
