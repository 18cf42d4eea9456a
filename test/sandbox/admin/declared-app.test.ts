import { describe, expect, it } from "vitest";
import { pageAddress, readDeclaredApp, webhookAddress } from "#sandbox/admin/declared-app.ts";

const declared = (applicationUrl: string, uri: string) =>
  readDeclaredApp(`handle = "settled"
application_url = "${applicationUrl}"
[[webhooks.subscriptions]]
topics = ["app/uninstalled"]
compliance_topics = ["shop/redact"]
uri = "${uri}"
`);
const ORIGIN = "http://localhost:3001";

describe("what Shopify loads", () => {
  it.each([
    ["https://a.example", "", "http://localhost:3001/"],
    ["https://a.example/", "", "http://localhost:3001/"],
    ["https://a.example", "?shop=x", "http://localhost:3001/?shop=x"],
    ["https://a.example", "/app/close?step=2", "http://localhost:3001/app/close?step=2"],
    ["https://a.example/app", "", "http://localhost:3001/app"],
    ["https://a.example/app", "/close", "http://localhost:3001/app/close"],
    // A path that looks like another host stays a path of the app.
    ["https://a.example", "//evil.example", "http://localhost:3001//evil.example"],
  ])("for application_url %s and %j behind the handle is %s", (applicationUrl, behind, expected) => {
    const app = declared(applicationUrl, "/webhooks");
    expect(pageAddress(app, ORIGIN, behind).href).toBe(expected);
  });
});

describe("where webhooks go", () => {
  it.each([
    ["https://a.example", "/webhooks/shopify", "http://localhost:3001/webhooks/shopify"],
    ["https://a.example/", "/webhooks/shopify", "http://localhost:3001/webhooks/shopify"],
    ["https://a.example/app", "/webhooks/shopify", "http://localhost:3001/app/webhooks/shopify"],
    ["https://a.example/app", "https://a.example/hooks?v=1", "http://localhost:3001/hooks?v=1"],
    ["https://a.example", "https://elsewhere.example/hooks", null],
    ["https://a.example", "pubsub://project:topic", null],
  ])("application_url %s and uri %s: %s", (applicationUrl, uri, expected) => {
    const app = declared(applicationUrl, uri);
    expect(webhookAddress(app, ORIGIN, "app/uninstalled")).toBe(expected);
    expect(webhookAddress(app, ORIGIN, "shop/redact")).toBe(expected);
    expect(webhookAddress(app, ORIGIN, "orders/create")).toBeNull();
  });

  it("this app's own file sends every webhook to the route that verifies them", () => {
    const app = readDeclaredApp();
    for (const topic of ["app/uninstalled", "app/scopes_update", "customers/redact", "shop/redact"])
      expect(webhookAddress(app, ORIGIN, topic)).toBe("http://localhost:3001/webhooks/shopify");
  });
});
