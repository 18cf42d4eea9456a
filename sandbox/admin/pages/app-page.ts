import { html } from "#sandbox/ui/html.ts";
import type { StoreContext } from "./context.ts";
import { storeShell } from "./store-shell.ts";

/** Settings of the parent page's script (`client/parent.ts`), read from the page. */
export interface ParentSettings {
  readonly appOrigin: string;
  /** Path of `application_url`, under which every page of the app lies; empty at the root of its host. */
  readonly appBase: string;
  /** Path of this store's Settled in the admin, such as /store/acme-outdoor/apps/settled. */
  readonly adminBase: string;
  readonly storeBase: string;
  readonly user: { readonly id: string; readonly name: string; readonly isOwner: boolean };
}

/** The page around the app: title bar, save bar, toast and the iframe. */
export function appPage(context: StoreContext, settings: ParentSettings, frameUrl: string): string {
  const { t, store } = context;
  return storeShell(context, {
    title: "Settled",
    section: "app",
    installed: true,
    head: html`<script defer src="/admin-assets/parent.js"></script>`,
    top: html`<div id="save-bar" hidden><span>${t("saveBar.unsaved")}</span><span id="save-buttons"></span></div>`,
    body: html`<div class="title-bar"><b id="title">Settled</b><span id="title-buttons"></span>
      <a class="button plain" href="/store/${store.name}/uninstall">${t("uninstall")}</a></div>
    <div id="loading" hidden></div>
    <iframe id="app" data-settings="${JSON.stringify(settings)}" name="app-iframe" title="Settled" src="${frameUrl}" allow="clipboard-write"></iframe>
    <div id="toast" role="status" hidden><span></span><button aria-label="${t("toast.close")}">×</button></div>
    <dialog id="leave"><form method="dialog"><p>${t("leave.title")}</p><div class="actions">
      <button class="button" value="stay">${t("leave.stay")}</button><button class="button danger" value="leave">${t("leave.leave")}</button>
    </div></form></dialog>`,
  });
}
