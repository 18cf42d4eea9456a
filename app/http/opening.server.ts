import { json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askedLocale } from "./asked-locale.ts";
import { plainPageCsp } from "./security-headers.ts";
import { shopNamedIn } from "./shop-address.ts";
import "../load-context.ts";

const ADMIN = "https://admin.shopify.com";

type Settings = { SHOPIFY_API_KEY: string; SANDBOX_ORIGIN?: string | undefined };

/** Where a store's admin opens Settled, or the admin itself where no store is named. */
export function adminUrlOf(shop: string | null, { SHOPIFY_API_KEY, SANDBOX_ORIGIN }: Settings): string {
  const inStore = shop ? `/store/${shop.split(".")[0]}/apps/${SHOPIFY_API_KEY}` : "";
  return `${SANDBOX_ORIGIN ?? ADMIN}${inStore}`;
}

/** Leads a visitor whom the admin did not send to the page that says where Settled is opened. */
export function leadToOpening({ url }: Request): Response {
  const { searchParams } = new URL(url);
  const shop = shopNamedIn(new URL(url));
  const locale = searchParams.get("locale");
  const kept = new URLSearchParams({ ...(shop && { shop }), ...(locale && { locale }) });
  return redirect(`/auth/login${kept.size > 0 ? `?${kept}` : ""}`);
}

/**
 * What the page "Open Settled from your Shopify admin" says. It asks for no store's address (App Store rule 2.3.1); an
 * address that names one leads to Settled in that store's admin, which may also show this page in its frame.
 */
export function openingAnswer({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const shop = shopNamedIn(new URL(request.url));
  return json(
    { locale: askedLocale(request), adminUrl: adminUrlOf(shop, context.container.config) },
    { headers: { "content-security-policy": plainPageCsp(shop) } },
  );
}
