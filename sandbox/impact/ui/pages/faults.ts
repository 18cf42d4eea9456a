import { CATEGORIES_OF } from "#sandbox/impact/state/categories.ts";
import { FAULT_KINDS } from "#sandbox/impact/state/faults.ts";
import type { PageContext } from "#sandbox/impact/ui/context.ts";
import { type Html, html } from "#sandbox/ui/html.ts";

/** Faults on demand: what is on now, and a form to switch another one on. */
export function faultsPage({ t, view, base }: PageContext): Html {
  const { faults } = view.changes;
  const active =
    faults.length === 0
      ? html`<p>${t("faults.none")}</p>`
      : html`<ul class="plain">${faults.map(
          ({ kind, category }) =>
            html`<li><span class="badge bad">${t(`fault.${kind}`)}</span><span>${t(`category.${category}`)}</span></li>`,
        )}</ul>
<form method="post" action="${base}/faults/clear"><button>${t("faults.clear")}</button></form>`;
  return html`<p class="lead">${t("faults.lead")}</p>
<section class="card"><h2>${t("faults.active")}</h2>${active}</section>
<form class="card" method="post" action="${base}/faults"><div class="row">
<label class="field"><span>${t("faults.kind")}</span><select name="kind">${FAULT_KINDS.map(
    (kind) => html`<option value="${kind}">${t(`fault.${kind}`)}</option>`,
  )}</select></label>
<label class="field"><span>${t("faults.category")}</span><select name="category">${(
    ["all", ...CATEGORIES_OF[view.account.seed.sandbox.persona]] as const
  ).map(
    (category) => html`<option value="${category}">${t(`category.${category}`)}</option>`,
  )}</select></label>
<button class="primary">${t("faults.add")}</button>
</div></form>`;
}
