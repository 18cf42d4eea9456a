import { json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askedLocale } from "./asked-locale.ts";
import { plainPageCsp } from "./security-headers.ts";
import { shopNamedIn } from "./shop-address.ts";
import "../load-context.ts";

const ADMIN = "https://admin.shopify.com";

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
  const { SHOPIFY_API_KEY, SANDBOX_ORIGIN } = context.container.config;
  const shop = shopNamedIn(new URL(request.url));
  const locale = askedLocale(request);
  const inStore = shop ? `/store/${shop.split(".")[0]}/apps/${SHOPIFY_API_KEY}` : "";
  return json(
    { locale, adminUrl: `${SANDBOX_ORIGIN ?? ADMIN}${inStore}` },
    { headers: { "content-security-policy": plainPageCsp(shop) } },
  );
}
