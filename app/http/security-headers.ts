import type { NextFunction, Request, Response } from "express";
import onHeaders from "on-headers";
import { shopNamedIn } from "./shop-address.ts";

/**
 * What a page outside the admin may do: show itself with our style sheet and send its forms to us. Nobody frames it,
 * unless it may be seen in the admin of `shop`, a store's address that was checked.
 */
export const plainPageCsp = (shop: string | null = null): string =>
  `default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${
    shop ? `https://${shop} https://admin.shopify.com` : "'none'"
  }`;

const YEAR_SECONDS = 31_536_000;

/** Pages of the admin's frame: whose scripts they run and who frames them is Shopify's library's to say. */
export const isEmbedded = (path: string): boolean => /^\/(app|auth\/session-token)(\/|$)/.test(path);

const shopOf = (address: string): string | null =>
  URL.canParse(address, "http://localhost") ? shopNamedIn(new URL(address, "http://localhost")) : null;

function commonHeaders(appUrl: string, { subdomains = false }): Record<string, string> {
  const transport = `max-age=${YEAR_SECONDS}${subdomains ? "; includeSubDomains" : ""}`;
  return {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
    ...(appUrl.startsWith("https://") && { "strict-transport-security": transport }),
    "referrer-policy": "no-referrer",
  };
}

/** The same for an answer outside Express, which is never a page. */
export const answerHeaders = (appUrl: string, options: { subdomains?: boolean }): Record<string, string> => ({
  ...commonHeaders(appUrl, options),
  "content-security-policy": plainPageCsp(),
});

/**
 * Tells browsers with every answer, refusals and faults too, what they must not do with it; a page may say more itself.
 * `subdomains`: the operator serves every name below this one by https as well, and browsers may rely on it.
 * Many answers pass no handler of ours, so it is put in when the head is written.
 */
export function securityHeaders(appUrl: string, options: { subdomains?: boolean } = {}) {
  const always = Object.entries(commonHeaders(appUrl, options));
  return ({ path, originalUrl }: Request, response: Response, next: NextFunction): void => {
    onHeaders(response, () => {
      const unlessSaid = (name: string, value: string) => {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      };
      for (const [name, value] of always) unlessSaid(name, value);
      // A page of the admin's frame brings its own; what leads on to one passes through the same frame.
      unlessSaid("content-security-policy", plainPageCsp(isEmbedded(path) ? shopOf(originalUrl) : null));
    });
    next();
  };
}
