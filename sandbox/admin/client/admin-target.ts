import type { ParentSettings } from "../pages/app-page.ts";

/**
 * The admin's address of an app page: what follows `application_url` follows the app's handle, so that a reload asks the
 * app for the same page. Undefined for pages outside `application_url`.
 */
export function appPathToAdmin(
  path: string,
  { adminBase, appBase }: Pick<ParentSettings, "adminBase" | "appBase">,
): string | undefined {
  if (!path.startsWith(appBase)) return undefined;
  const rest = path.slice(appBase.length);
  return /^[/?]|^$/.test(rest) ? `${adminBase}${rest.replace(/^\/(?=\?|$)/, "")}` : undefined;
}

/**
 * Where the sandbox goes when the app sends the whole page somewhere: `shopify://admin/...` and the real
 * admin's addresses become pages of the sandbox, everything else is left as it is.
 */
export function adminTarget(
  url: string,
  { adminBase, storeBase }: Pick<ParentSettings, "adminBase" | "storeBase">,
): string {
  const inAdmin =
    /^shopify:(?:\/\/admin)?\/?(.*)$/.exec(url)?.[1] ??
    /^https:\/\/admin\.shopify\.com\/store\/[^/]+\/?(.*)$/.exec(url)?.[1];
  if (inAdmin === undefined) return url;
  const appPage = /^apps\/[^/?]+(.*)$/.exec(inAdmin)?.[1];
  if (appPage !== undefined) return `${adminBase}${appPage}`;
  const page = inAdmin.replace(/[?#].*$/, "");
  if (page === "" || page === "orders" || page === "products" || page === "apps") {
    return page ? `${storeBase}/${page}` : storeBase;
  }
  return `${storeBase}/elsewhere?url=${encodeURIComponent(url)}`;
}
