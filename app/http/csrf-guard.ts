import type { NextFunction, Request, Response } from "express";
import type { Log } from "#app/ports/index.ts";

/**
 * Where a form whose page tells no address does only what its sender could do anyhow: it needs the visit's cookie, which
 * is SameSite=Lax and so comes with no other site's form, or the secret in its own address. A new link anybody may ask for.
 */
const PLAIN_PAGES = /^\/(exit|stop)(\/|$)/;

/** What a browser says of a form that came from our own page, or from nobody's, such as one that is sent again. */
const OWN_SITES = ["same-origin", "none"];

/**
 * Refuses what a page of somebody else's makes a browser send. Remix compares origins for whole pages only: the same
 * action asked for as data (`?_data=`) would go through. A sender without an origin is no page: mail programs press
 * "unsubscribe" that way, and webhooks are signed.
 *
 * Pages outside the admin tell no address ("no-referrer"), so that browsers call the origin of their forms "null", as
 * they call that of a hostile frame: there it is `Sec-Fetch-Site` that tells them apart, which no page can write.
 */
export function csrfGuard(appUrl: string, log: Pick<Log, "warn">) {
  const own = new URL(appUrl).host;
  return (request: Request, response: Response, next: NextFunction): void => {
    const isRead = ["GET", "HEAD", "OPTIONS"].includes(request.method);
    const { origin, host, "sec-fetch-site": site } = request.headers;
    const isOwnSite = site === undefined ? null : OWN_SITES.includes(String(site));
    const sender = origin === undefined ? own : hostOf(origin);
    const isHidden = origin === "null" && (isOwnSite ?? PLAIN_PAGES.test(request.path));
    const isOwn = isOwnSite !== false && (sender === own || sender === host || isHidden);
    // Remix would refuse a hidden origin that was judged to be ours.
    if (isHidden) delete request.headers.origin;
    if (isRead || isOwn) next();
    else {
      log.warn({ site: String(site ?? "unsaid").slice(0, 20) }, "a form of another site was refused");
      response.status(403).set("connection", "close").end();
    }
  };
}

/** The host of an origin; "null" and whatever else is no address has none. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
