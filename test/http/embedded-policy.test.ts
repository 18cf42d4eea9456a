import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { embeddedPolicy, scriptHashes } from "#app/http/embedded-policy.ts";

const BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
const FRAMES = "frame-ancestors https://a.myshopify.com https://admin.shopify.com;";
/** A policy as a browser reads it. */
const read = (policy: string) =>
  new Map(
    policy.split("; ").map((directive): [string, string[]] => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
const policy = (given: string | null, overrides = {}) =>
  read(embeddedPolicy(given, { appBridgeUrl: BRIDGE, inline: ["'nonce-abc'"], live: false, ...overrides }));

describe("the policy of a page in the admin", () => {
  it("runs our scripts and App Bridge's, and inline ones only by their mark", () => {
    const scripts = policy(FRAMES).get("script-src") ?? [];
    expect(scripts).toEqual(["'self'", "https://cdn.shopify.com", "'nonce-abc'"]);
  });

  it("leaves to Shopify who frames it, and to nobody where Shopify says nothing", () => {
    expect(policy(FRAMES).get("frame-ancestors")).toEqual([
      "https://a.myshopify.com",
      "https://admin.shopify.com",
    ]);
    expect(policy(null).get("frame-ancestors")).toEqual(["'none'"]);
  });

  it("allows nothing that is not named", () => {
    const all = policy(FRAMES);
    expect(all.get("default-src")).toEqual(["'none'"]);
    expect(all.get("base-uri")).toEqual(["'none'"]);
    expect(all.get("form-action")).toEqual(["'self'"]);
    for (const sources of all.values()) {
      expect(sources).not.toContain("*");
      expect(sources).not.toContain("https:");
      expect(sources).not.toContain("'unsafe-eval'");
    }
  });

  it("takes App Bridge from where the sandbox has it", () => {
    const all = policy(FRAMES, { appBridgeUrl: "http://localhost:3000/app-bridge.js" });
    expect(all.get("script-src")).toContain("http://localhost:3000");
    expect(all.get("connect-src")).toContain("http://localhost:3000");
  });
});

it("knows the inline scripts of a page by their hashes, and no others", () => {
  const inline = 'window.open("https://x", "_top")';
  const hash = createHash("sha256").update(inline).digest("base64");
  expect(scriptHashes(`<script data-api-key="k" src="x"></script>\n<script>${inline}</script>`)).toEqual([
    `'sha256-${hash}'`,
  ]);
});
