import { createHash } from "node:crypto";

/** What App Bridge needs from Shopify: its script and what that loads, and where it counts its own faults. */
const SHOPIFY = "https://cdn.shopify.com";
const SHOPIFY_TELEMETRY = "https://monorail-edge.shopifysvc.com";

/** Our own address goes along with every call; the query of a page in the admin holds a token and goes nowhere. */
export const EMBEDDED_REFERRER = "strict-origin";

type Sources = {
  /** Where App Bridge comes from; Shopify's own address unless a sandbox stands in. */
  appBridgeUrl: string;
  /** Inline scripts that may run: `'nonce-…'` or `'sha256-…'`. */
  inline: readonly string[];
  /** Vite's live reloading. */
  live: boolean;
};

/**
 * The Content-Security-Policy of a page in the admin's frame. `frame-ancestors` is Shopify's library's to say: it is taken
 * over from `given`, and nobody may frame the page where it says nothing. Polaris and App Bridge write style attributes
 * and style elements of their own; scripts run from us and from App Bridge's address only.
 */
export function embeddedPolicy(given: string | null, { appBridgeUrl, inline, live }: Sources): string {
  const bridge = [...new Set([SHOPIFY, new URL(appBridgeUrl).origin])].join(" ");
  const ancestors = /frame-ancestors [^;]+/.exec(given ?? "")?.[0] ?? "frame-ancestors 'none'";
  return [
    "default-src 'none'",
    ["script-src 'self'", bridge, ...inline].join(" "),
    `style-src 'self' 'unsafe-inline' ${bridge}`,
    `img-src 'self' data: ${bridge}`,
    `font-src 'self' ${bridge}`,
    `connect-src 'self' ${bridge} ${SHOPIFY_TELEMETRY}${live ? " ws:" : ""}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ancestors,
  ].join("; ");
}

/** The inline scripts of a page that somebody else's library made, by their hashes. */
export const scriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
