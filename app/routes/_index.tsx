import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openingAnswer } from "#app/http/opening.server.ts";
import { plainPageCsp } from "#app/http/security-headers.ts";
import { shopNamedIn } from "#app/http/shop-address.ts";
import styles from "#app/styles/exit.css?url";

/**
 * Where the admin's frame begins: Shopify loads `application_url` as it stands. The app lies in /app, because the
 * addresses of webhooks are joined to `application_url` too and `/webhooks` is none of its pages.
 */
export function loader(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const shop = shopNamedIn(url);
  if (!shop) return openingAnswer(args);
  throw redirect(`/app${url.search}`, { headers: { "content-security-policy": plainPageCsp(shop) } });
}

export const links = () => [{ rel: "stylesheet", href: styles }];

export { OpeningPage as default } from "#app/components/opening/opening-page.tsx";
export {
  openingHeaders as headers,
  openingMeta as meta,
} from "#app/components/opening/opening-route.ts";
