import { Temporal } from "temporal-polyfill";
import { html } from "#sandbox/ui/html.ts";
import type { StoreState } from "../state.ts";
import type { StoreContext } from "./context.ts";
import { formatInstant } from "./i18n.ts";
import { storeShell } from "./store-shell.ts";

/** The triggers Shopify Flow received of this store, newest first. */
export function flowPage(
  context: StoreContext,
  installed: boolean,
  triggers: StoreState["flowTriggers"],
): string {
  const { t, timeZone } = context;
  const title = t("flow.title");
  const body = html`<div class="stack"><h1>${title}</h1><p>${t("flow.text")}</p>
    ${triggers.length === 0 && html`<p class="card">${t("flow.none")}</p>`}
    ${triggers.toReversed().map(
      ({ at, handle, payload }) => html`<article class="card"><h2>${handle}</h2>
        <p>${t("flow.received")}: ${formatInstant(Temporal.Instant.from(at), t.locale, timeZone)}</p>
        <dl>${Object.entries(payload as Record<string, unknown>).map(
          ([key, value]) => html`<dt>${key}</dt><dd>${String(value)}</dd>`,
        )}</dl></article>`,
    )}</div>`;
  return storeShell(context, { title, section: "flow", installed, body });
}
