import type { LoaderFunctionArgs } from "@remix-run/node";
import { openingAnswer } from "#app/http/opening.server.ts";
import styles from "#app/styles/exit.css?url";

/** Addresses of a sign-in that somebody may come to by hand, by an old link or by the TOML's `redirect_urls`. */
const DOORS = ["", "login", "callback"];

/**
 * The app needs none of Shopify's sign-in pages but the one for a new session token (auth.session-token.ts); Shopify's
 * library answers the others with faults and with sentences to a developer.
 */
export function loader(args: LoaderFunctionArgs) {
  if (!DOORS.includes(args.params["*"] ?? "")) throw new Response(null, { status: 404 });
  return openingAnswer(args);
}

export const links = () => [{ rel: "stylesheet", href: styles }];

export { OpeningPage as default } from "#app/components/opening/opening-page.tsx";
export {
  openingHeaders as headers,
  openingMeta as meta,
} from "#app/components/opening/opening-route.ts";
