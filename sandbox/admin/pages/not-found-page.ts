import { html } from "#sandbox/ui/html.ts";
import type { PageContext } from "./context.ts";
import { shell } from "./shell.ts";

export function notFoundPage(context: PageContext): string {
  const { t } = context;
  const body = html`<main id="content"><section class="card"><h1>${t("notFound.title")}</h1><p>${t("notFound.text")}</p><p><a href="/">${t("nav.allStores")}</a></p></section></main>`;
  return shell(context, { title: t("notFound.title"), body });
}
