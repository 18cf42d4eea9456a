import { type Html, html } from "#sandbox/ui/html.ts";
import { STORE_STATUSES, type StoreStatus } from "../state.ts";
import type { StoreContext } from "./context.ts";
import { type Section, storeShell } from "./store-shell.ts";

const card = (title: string, body: Html) => html`<section class="card"><h1>${title}</h1>${body}</section>`;

export function homePage(context: StoreContext, installed: boolean, status: StoreStatus): string {
  const { t, store } = context;
  const title = t("home.title", { store: store.title });
  const app = html`<p>${t("home.text")}</p><p><a class="button primary" href="/store/${store.name}/apps/settled">${t(installed ? "home.openApp" : "install")}</a></p>`;
  const body = html`${card(title, status === "closed" ? html`<p>${t("status.noAdmin")}</p>` : app)}${statusCard(context, status)}`;
  return storeShell(context, { title, section: "home", installed, body });
}

/** What a merchant can do to the store itself; the app stays in it. */
function statusCard({ t, store }: StoreContext, status: StoreStatus): Html {
  return html`<section class="card"><h2>${t("status.title")}</h2><p>${t(`status.${status}`)}</p>
    <form method="post" action="/store/${store.name}/status">
      <p><label><input type="checkbox" name="lost" value="yes"> ${t("status.lost")}</label></p>
      <div class="actions">${STORE_STATUSES.filter((each) => each !== status).map(
        (each) =>
          html`<button class="button" name="status" value="${each}">${t(`status.to.${each}`)}</button>`,
      )}</div>
    </form></section>`;
}

/** Nobody gets into the apps of a closed store. */
export function closedPage(context: StoreContext): string {
  const { t, store } = context;
  const title = t("status.closedTitle", { store: store.title });
  const body = card(
    title,
    html`<p>${t("status.noAdmin")}</p><p><a class="button" href="/store/${store.name}">${t("nav.home")}</a></p>`,
  );
  return storeShell(context, { title, section: "home", installed: true, body });
}

export function emptyPage(context: StoreContext, installed: boolean, what: "orders" | "products"): string {
  const { t } = context;
  const title = t(`${what}.title`);
  const body = card(title, html`<p>${t(`${what}.text`)}</p>`);
  return storeShell(context, { title, section: what, installed, body });
}

export function appsPage(context: StoreContext, installed: boolean): string {
  const { t, store } = context;
  const base = `/store/${store.name}/apps/settled`;
  const body = card(
    t("apps.title"),
    html`<div class="row"><b>Settled</b><span>${t(installed ? "stores.installed" : "stores.notInstalled")}</span>
    ${
      installed
        ? html`<a class="button" href="${base}">${t("home.openApp")}</a><a class="button danger" href="/store/${store.name}/uninstall">${t("uninstall")}</a>`
        : html`<a class="button primary" href="${base}">${t("install")}</a>`
    }</div>`,
  );
  return storeShell(context, { title: t("apps.title"), section: "apps", installed, body });
}

export function installPage(context: StoreContext): string {
  const { t, store } = context;
  const body = card(
    t("install.title"),
    html`<p>${t("install.text", { store: store.title })}</p>
    <form method="post" action="/store/${store.name}/install"><button class="button primary">${t("install")}</button></form>`,
  );
  return storeShell(context, { title: t("install.title"), section: "apps", installed: false, body });
}

export function uninstallPage(context: StoreContext): string {
  const { t, store } = context;
  const title = t("uninstall.title", { store: store.title });
  const body = card(
    title,
    html`<ul><li>${t("uninstall.access", { store: store.title })}</li><li>${t("uninstall.nav")}</li><li>${t("uninstall.data")}</li></ul>
    <form method="post" action="/store/${store.name}/uninstall">
      <p><label><input type="checkbox" name="lost" value="yes"> ${t("uninstall.lost")}</label></p>
      <div class="actions"><a class="button" href="/store/${store.name}/apps">${t("cancel")}</a>
      <button class="button danger">${t("uninstall.confirm")}</button></div>
    </form>`,
  );
  return storeShell(context, { title, section: "apps", installed: true, body });
}

/** Any place of a real admin that the app may send people to and the sandbox does not have. */
export function elsewherePage(context: StoreContext, installed: boolean, url: string): string {
  const { t } = context;
  const section: Section = "home";
  const body = card(t("elsewhere.title"), html`<p>${t("elsewhere.text", { url })}</p>`);
  return storeShell(context, { title: t("elsewhere.title"), section, installed, body });
}
