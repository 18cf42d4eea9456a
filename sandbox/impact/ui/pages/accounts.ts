import type { Request } from "express";
import type { SandboxState } from "#sandbox/impact/state/sandbox-state.ts";
import { aboutAccount } from "#sandbox/impact/ui/about.ts";
import { PAGE_NAMES, PAGES_OF } from "#sandbox/impact/ui/layout.ts";
import { facts } from "#sandbox/impact/ui/parts.ts";
import { shortDate } from "#sandbox/ui/clock-bar.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import { langOf } from "#sandbox/ui/lang.ts";
import type { Translate } from "#sandbox/ui/translate.ts";

/** The account chooser, with what one needs to connect the app. */
export function accountsPage(request: Request, state: SandboxState, t: Translate): Html {
  const wanted = PAGE_NAMES.find((name) => name === request.query.go);
  const cards = state.accounts.map((account) => {
    const { sandbox, account: file } = account.seed;
    // Nothing here needs a view: making one would make every action of the large account.
    const { closedAt } = state.changes.of(sandbox.key);
    const closed = closedAt !== null && closedAt <= state.nowMs();
    const base = `/impact/accounts/${sandbox.key}`;
    const name = sandbox.company.name;
    const about = aboutAccount(sandbox.key, langOf(request));
    const pages: readonly string[] = PAGES_OF[sandbox.persona];
    const page = wanted !== undefined && pages.includes(wanted) ? wanted : pages[0];
    return html`<section class="card"><h2>${name}</h2>${facts([
      [t("field.sid"), html`<code>${sandbox.sid}</code>`],
      [t("field.token"), html`<code>${sandbox.token}</code>`],
      about !== null && [t("field.about"), about],
      [t("field.kind"), t(`kind.${sandbox.persona}`)],
      sandbox.persona === "brand" && [t("field.edition"), t(`edition.${file.edition}`)],
      [t("field.currency"), file.currency],
      [t("field.signedUp"), shortDate(file.signedUpOn, langOf(request))],
      [t("field.state"), t(closed ? "state.closed" : "state.open")],
    ])}<a class="button" href="${base}/${page}">${t("accounts.open", { name })}</a></section>`;
  });
  return html`<h1>${t("accounts.title")}</h1><p class="lead">${t("accounts.lead")}</p>
<div class="cards">${cards}</div>
<section class="card after"><p>${t("accounts.resetNote")}</p>
<form method="post" action="/impact/reset"><button class="danger">${t("accounts.reset")}</button></form></section>`;
}
