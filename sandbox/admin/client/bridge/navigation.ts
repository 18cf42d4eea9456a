import { embedParameters } from "../embed-parameters.ts";
import type { Call } from "./admin-link.ts";

const leavesTheFrame = (url: string, target: string | null | undefined) =>
  url.startsWith("shopify:") || target === "_top" || target === "_parent";

/** The admin asks for a page of the app: the app's router follows `shopify:navigate`. */
export function navigateInApp(href: string): void {
  const links = document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link");
  const known = [...links].find((a) => a.getAttribute("href") === href);
  const link = known ?? document.createElement("a");
  if (!known) {
    link.setAttribute("href", href);
    link.setAttribute("hidden", "");
    document.body.append(link);
  }
  link.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  if (!known) link.remove();
}

/** Tells the admin each page the app moves to, and hands it the links that leave the frame. */
export function followNavigation(call: Call): void {
  const report = () => {
    const url = new URL(location.href);
    // The page that only gets a new token is none the admin keeps.
    if (url.searchParams.has("shopify-reload")) return;
    for (const name of embedParameters) url.searchParams.delete(name);
    call("path", { path: `${url.pathname}${url.search}` });
  };
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method].bind(history);
    history[method] = (...args) => {
      original(...args);
      report();
    };
  }
  addEventListener("popstate", report);
  report();

  addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const href = link?.getAttribute("href");
      if (!link || !href || !leavesTheFrame(href, link.getAttribute("target"))) return;
      event.preventDefault();
      call("redirect", {
        url: new URL(href, location.href).href,
        newTab: link.getAttribute("target") === "_blank",
      });
    },
    true,
  );
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    if (url === undefined || !leavesTheFrame(String(url), target)) return plainOpen(url, target, features);
    call("redirect", { url: new URL(url, location.href).href, newTab: target === "_blank" });
    return null;
  };
}

/** The app's "bounce" page: loads the wanted page again with a fresh session token. */
export async function reloadWithToken(call: Call): Promise<void> {
  const wanted = new URLSearchParams(location.search).get("shopify-reload");
  if (!wanted) return;
  const url = new URL(wanted, location.href);
  if (url.origin !== location.origin) return;
  url.searchParams.set("id_token", await call("idToken", {}));
  location.replace(url);
}
