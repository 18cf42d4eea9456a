import type { ParentSettings } from "../pages/app-page.ts";

/** The admin's address of an app page: `/app/close` is `<base>/close`. Undefined for pages outside `/app`. */
export function appPathToAdmin(path: string, adminBase: string): string | undefined {
  const rest = /^\/app(?=[/?]|$)(.*)$/.exec(path)?.[1];
  return rest === undefined ? undefined : `${adminBase}${rest === "/" ? "" : rest}`;
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
  if (appPage !== undefined) return `${adminBase}${appPage.replace(/^\/app(?=[/?]|$)/, "")}`;
  const page = inAdmin.replace(/[?#].*$/, "");
  if (page === "" || page === "orders" || page === "products" || page === "apps") {
    return page ? `${storeBase}/${page}` : storeBase;
  }
  return `${storeBase}/elsewhere?url=${encodeURIComponent(url)}`;
}
