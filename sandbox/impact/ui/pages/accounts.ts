import type { Request } from "express";
import { viewAt } from "#sandbox/impact/derive/view.ts";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";
import { pageContext } from "#sandbox/impact/ui/context.ts";
import { PAGE_NAMES } from "#sandbox/impact/ui/layout.ts";
import { facts } from "#sandbox/impact/ui/parts.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import type { Translate } from "#sandbox/ui/translate.ts";

/** The account chooser, with what one needs to connect the app. */
export function accountsPage(request: Request, state: SandboxState, t: Translate): Html {
  const wanted = PAGE_NAMES.find((name) => name === request.query.go) ?? "contracts";
  const cards = state.accounts.map((account) => {
    const { sandbox, account: file } = account.seed;
    const view = viewAt(account, state.changes.of(sandbox.key), state.nowMs());
    const { base, date } = pageContext(request, view);
    const name = sandbox.company.name;
    return html`<section class="card"><h2>${name}</h2>${facts([
      [t("field.sid"), html`<code>${sandbox.sid}</code>`],
      [t("field.token"), html`<code>${sandbox.token}</code>`],
      [t("field.edition"), t(`edition.${file.edition}`)],
      [t("field.currency"), file.currency],
      [t("field.signedUp"), date(file.signedUpOn)],
      [t("field.state"), t(view.closed ? "state.closed" : "state.open")],
    ])}<a class="button" href="${base}/${wanted}">${t("accounts.open", { name })}</a></section>`;
  });
  return html`<h1>${t("accounts.title")}</h1><p class="lead">${t("accounts.lead")}</p>
<div class="cards">${cards}</div>
<section class="card after"><p>${t("accounts.resetNote")}</p>
<form method="post" action="/impact/reset"><button class="danger">${t("accounts.reset")}</button></form></section>`;
}
