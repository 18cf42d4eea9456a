import type { NextFunction, Request, Response } from "express";
import onHeaders from "on-headers";

/** What a page outside the admin may do: show itself with our style sheet and send its forms to us. */
export const PLAIN_PAGE_CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const YEAR_SECONDS = 31_536_000;

/** Pages of the admin's frame: whose scripts they run and who frames them is Shopify's library's to say. */
export const isEmbedded = (path: string): boolean => /^\/(app|auth)(\/|$)/.test(path);

/**
 * Tells browsers with every answer, refusals and faults too, what they must not do with it; a page may say more itself.
 * Many answers pass no handler of ours, so it is put in when the head is written.
 */
export function securityHeaders(appUrl: string) {
  const https = appUrl.startsWith("https://");
  return ({ path }: Request, response: Response, next: NextFunction): void => {
    onHeaders(response, () => {
      const unlessSaid = (name: string, value: string) => {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      };
      unlessSaid("x-content-type-options", "nosniff");
      unlessSaid("cache-control", "no-store");
      unlessSaid("x-robots-tag", "noindex, nofollow");
      if (https) unlessSaid("strict-transport-security", `max-age=${YEAR_SECONDS}`);
      if (isEmbedded(path)) return;
      unlessSaid("referrer-policy", "no-referrer");
      unlessSaid("content-security-policy", PLAIN_PAGE_CSP);
    });
    next();
  };
}
