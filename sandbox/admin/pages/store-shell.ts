import { type Html, html } from "#sandbox/ui/html.ts";
import { staff, stores } from "../stores.ts";
import type { StoreContext } from "./context.ts";
import { shell } from "./shell.ts";

export type Section = "home" | "orders" | "products" | "apps" | "app" | "webhooks" | "flow";

function accountMenu({ t, store, staff: current, path }: StoreContext): Html {
  const label = { owner: t("staff.owner", { name: store.ownerName }), bookkeeper: t("staff.bookkeeper") };
  return html`<details class="account">
    <summary>${store.title}<small>${label[current]}</small></summary>
    <div class="menu">
      <h2>${t("stores")}</h2>
      ${stores.map(
        (s) =>
          html`<a href="/store/${s.name}"${s.name === store.name && html` aria-current="true"`}>${s.title}</a>`,
      )}
      <a href="/">${t("nav.allStores")}</a>
      <h2>${t("staff")}</h2>
      <form method="post" action="/store/${store.name}/staff">
        <input type="hidden" name="return" value="${path}" data-return>
        ${(["owner", "bookkeeper"] as const).map(
          (key) =>
            html`<button name="staff" value="${staff[key].key}" aria-pressed="${String(key === current)}">${label[key]}</button>`,
        )}
      </form>
    </div>
  </details>`;
}

function navigation({ t, store }: StoreContext, section: Section, installed: boolean): Html {
  const base = `/store/${store.name}`;
  const item = (key: Section, href: string, label: string, extra: string) =>
    html`<a class="${extra}" href="${href}"${section === key && html` aria-current="page"`}>${label}</a>`;
  return html`<nav class="side" aria-label="${t("nav.label")}">
    <details class="collapse" open>
      <summary>${t("menu")}</summary>
      ${item("home", base, t("nav.home"), "")}
      ${item("orders", `${base}/orders`, t("nav.orders"), "")}
      ${item("products", `${base}/products`, t("nav.products"), "")}
      ${item("apps", `${base}/apps`, t("nav.apps"), "")}
      ${installed && item("app", `${base}/apps/settled`, "Settled", "app-link")}
      <div id="app-nav"></div>
      <h2>${t("nav.settings")}</h2>
      ${item("webhooks", `${base}/webhooks`, t("nav.webhooks"), "")}
      ${item("flow", `${base}/flow`, t("nav.flow"), "")}
    </details>
  </nav>`;
}

/** A page of one store's admin, with the left navigation and the account menu. */
export function storeShell(
  context: StoreContext,
  page: { title: string; section: Section; installed: boolean; body: Html; top?: Html; head?: Html },
): string {
  return shell(context, {
    title: `${page.title} · ${context.store.title}`,
    head: html`${page.head}<script>addEventListener("DOMContentLoaded",()=>{if(innerWidth<800)document.querySelector(".collapse")?.removeAttribute("open")})</script>`,
    top: html`${page.top}${accountMenu(context)}`,
    body: html`<div class="admin">${navigation(context, page.section, page.installed)}<main id="content">${page.body}</main></div>`,
  });
}
