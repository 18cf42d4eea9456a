import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { API_VERSION } from "#app/adapters/shopify/shopify-app.server.ts";
import { isShopifyWebhook } from "#app/http/shopify-webhooks.server.ts";
import { WEBHOOK_SHAPES } from "#app/services/webhooks/webhook-shapes.ts";

const read = (file: string): unknown => parse(readFileSync(file, "utf8"));

const subscription = z.strictObject({
  name: z.string().max(50).optional(),
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  uri: z.string(),
});

/** Shopify's own check lets unknown keys pass; a misspelt one would silently do nothing. */
const appFile = z.strictObject({
  client_id: z.string().min(1),
  name: z.string().min(1).max(30),
  handle: z.string().regex(/^[a-z0-9-]+$/),
  application_url: z.url({ protocol: /^https$/ }),
  embedded: z.literal(true),
  extension_directories: z.array(z.string()),
  web_directories: z.array(z.string()),
  build: z.strictObject({
    automatically_update_urls_on_dev: z.boolean(),
    include_config_on_deploy: z.boolean(),
  }),
  access_scopes: z.strictObject({ scopes: z.string(), use_legacy_install_flow: z.literal(false) }),
  auth: z.strictObject({ redirect_urls: z.array(z.url()).min(1) }),
  webhooks: z.strictObject({ api_version: z.string(), subscriptions: z.array(subscription) }),
  pos: z.strictObject({ embedded: z.literal(false) }),
});

const webFile = z.strictObject({
  name: z.string(),
  roles: z.array(z.enum(["frontend", "backend"])),
  webhooks_path: z.string(),
  commands: z.strictObject({ predev: z.string(), dev: z.string(), build: z.string() }),
});

describe("shopify.app.toml", () => {
  const app = appFile.parse(read("shopify.app.toml"));
  const { subscriptions, api_version } = app.webhooks;

  it("subscribes to exactly the topics the app knows, each once", () => {
    const topics = subscriptions.flatMap((each) => [...each.topics, ...each.compliance_topics]);
    expect(topics.sort()).toEqual(Object.keys(WEBHOOK_SHAPES).sort());
  });

  it("subscribes to the three compliance topics as such, which review asks for", () => {
    const compliance = subscriptions.flatMap((each) => each.compliance_topics);
    expect(compliance.sort()).toEqual(["customers/data_request", "customers/redact", "shop/redact"]);
  });

  it("sends every topic to the one route that verifies them", () => {
    expect(new Set(subscriptions.map((each) => each.uri))).toEqual(new Set(["/webhooks/shopify"]));
    expect(isShopifyWebhook({ url: "/webhooks/shopify" })).toBe(true);
  });

  it("asks for webhooks in the API version the app is written for", () => {
    expect(api_version).toBe(API_VERSION);
  });

  it("asks for no access to the shop's data", () => {
    expect(app.access_scopes.scopes).toBe("");
  });

  it("has an application_url without a path: the app's pages lie in /app, its webhooks beside it", () => {
    const { pathname, search } = new URL(app.application_url);
    expect([pathname, search]).toEqual(["/", ""]);
  });

  it("lets Shopify come back to the app's own address only", () => {
    const { origin } = new URL(app.application_url);
    expect(app.auth.redirect_urls.map((url) => new URL(url).origin)).toEqual([origin]);
  });

  it("names only handler files that exist", () => {
    const named = readFileSync("shopify.app.toml", "utf8").match(/(?:app|test)\/[\w./$-]+\.tsx?/g) ?? [];
    expect(named.length).toBeGreaterThanOrEqual(5);
    for (const file of named) expect(readFileSync(file, "utf8"), file).not.toBe("");
  });
});

describe("shopify.web.toml", () => {
  const web = webFile.parse(read("shopify.web.toml"));

  it("runs scripts that exist", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    for (const command of [web.commands.dev, web.commands.build])
      expect(scripts).toHaveProperty(command.replace("npm run ", ""));
  });

  it("names the webhook route", () => {
    expect(web.webhooks_path).toBe("/webhooks/shopify");
  });
});
