import { CATEGORIES_OF } from "#sandbox/impact/state/categories.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { facts } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** Credentials of the account and what its scoped token may read. */
export function apiAccessPage({ t, view, base }: PageContext): Html {
  const { sandbox } = view.account.seed;
  const { disabled, withheld } = view.changes.token;
  return html`<p class="lead">${t("api.lead", { url: "/impact-api" })}</p>
<section class="card">${facts([
    [t("field.sid"), html`<code>${sandbox.sid}</code>`],
    [t("field.token"), html`<code>${sandbox.token}</code>`],
  ])}</section>
<form class="card" method="post" action="${base}/api">
<fieldset><legend>${t("api.scopes")}</legend>${CATEGORIES_OF[sandbox.persona].map(
    (category) =>
      html`<label class="check"><input type="checkbox" name="scope" value="${category}"${
        !withheld.includes(category) && html` checked`
      }><span>${t(`category.${category}`)}</span></label>`,
  )}</fieldset>
<label class="check"><input type="checkbox" name="disabled" value="1"${disabled && html` checked`}><span>${t("api.disable")}</span></label>
<div class="row after"><button class="primary">${t("api.save")}</button></div>
</form>`;
}
