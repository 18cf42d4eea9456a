import type { AccountCard } from "#sandbox/impact/index.ts";
import { aboutAccount } from "#sandbox/impact/ui/about.ts";
import { type Html, html } from "#sandbox/ui/html.ts";
import { type AdminState, stateOf } from "../state.ts";
import { stores } from "../stores.ts";
import type { PageContext } from "./context.ts";
import { shell } from "./shell.ts";

const places = [
  ["/impact", "places.impact"],
  ["/mailbox", "places.mailbox"],
  ["/help-desk", "places.helpDesk"],
] as const;

/** The sandbox's first page: the stores and everything around them. */
export function startPage(context: PageContext, state: AdminState, accounts: readonly AccountCard[]): string {
  const { t } = context;
  const body = html`<main id="content" class="start">
    <h1>${t("stores")}</h1><p>${t("stores.intro")}</p>
    <div class="cards">${stores.map(
      (s) => html`<section class="card"><h2>${s.title}</h2>
        <p>${s.domain}<br>${t("stores.owner", { name: s.ownerName, email: s.ownerEmail })}<br>${s.currency} · ${s.timeZone}</p>
        <p>${t(stateOf(state, s.domain).installed ? "stores.installed" : "stores.notInstalled")}</p>
        <a class="button primary" href="/store/${s.name}/apps/settled">${t("stores.open")}</a></section>`,
    )}</div>
    ${accountTable(context, accounts)}
    <h2>${t("places")}</h2>
    <div class="cards">${places.map(
      ([href, key]) =>
        html`<section class="card"><h3><a href="${href}">${t(key)}</a></h3><p>${t(`${key}.text`)}</p></section>`,
    )}</div>
    <section class="card"><h2>${t("reset")}</h2><p>${t("reset.text")}</p>
      <form method="post" action="/reset"><button class="button danger">${t("reset.button")}</button></form></section>
  </main>`;
  return shell(context, { title: t("stores"), body });
}

/** What to type in to connect each account. */
function accountTable({ t }: PageContext, accounts: readonly AccountCard[]): Html {
  return html`<section class="card"><h2>${t("accounts")}</h2><p>${t("accounts.text")}</p>
    <div class="scroll"><table class="accounts"><thead><tr><th>${t("accounts.name")}</th><th>${t("accounts.kind")}</th><th>SID</th><th>${t("accounts.token")}</th></tr></thead>
    <tbody>${accounts.map(
      ({
        key,
        name,
        persona,
        sid,
        token,
      }) => html`<tr><td><a href="/impact/accounts/${key}">${name}</a><br><small>${aboutAccount(key, t.locale) ?? ""}</small></td>
      <td>${t(`accounts.kind.${persona}`)}</td><td><code>${sid}</code></td><td><code>${token}</code></td></tr>`,
    )}</tbody></table></div></section>`;
}
