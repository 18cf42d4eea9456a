import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "#app/config.server.ts";

/** As random as what the operator makes, and the same in every run. */
const secretOf = (name: string) => createHash("sha256").update(name).digest();
const KEY = `k1:${secretOf("seal").toString("base64")}`;
const complete = {
  NODE_ENV: "production",
  SHOPIFY_API_KEY: "client-id",
  SHOPIFY_API_SECRET: "a-secret-from-the-dashboard",
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: KEY,
  LINK_SECRET: secretOf("link").toString("hex"),
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "Settled <notices@settled.example.com>",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "help-desk@impact.com",
};

const NOW = Temporal.Instant.from("2026-11-30T12:00:00Z");

/** The lines that name a variable, without the heading. */
function problems(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env, NOW);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [heading, ...lines] = error.message.split("\n");
    expect(heading).toBe("Settled cannot start. Check these settings:");
    return lines.map((line) => line.trim());
  }
  return [];
}

describe("the settings", () => {
  it("fill in what has a sensible default", () => {
    expect(readConfig(complete)).toMatchObject({
      PORT: 3001,
      LOG_LEVEL: "info",
      DATA_DIR: ".data",
      IMPACT_API_URL: "https://api.impact.com",
      IMPACT_APP_URL: "https://app.impact.com",
      IMPACT_TIMEOUT_SECONDS: 20,
      SEAL_KEYS: [KEY],
    });
    expect(readConfig(complete).DATABASE_URL).toBeUndefined();
  });

  it("count an empty variable as not set", () => {
    const config = readConfig({ ...complete, DATABASE_URL: "", PORT: "" });
    expect([config.DATABASE_URL, config.PORT]).toEqual([undefined, 3001]);
    expect(problems({ ...complete, SMTP_URL: "" })).toHaveLength(1);
  });

  it("name every required variable that is missing, in one go and in plain words", () => {
    const lines = problems({ NODE_ENV: "development" });
    expect(lines).toEqual([
      "SHOPIFY_API_KEY is not set; it is the client id of the app in the Shopify Dev Dashboard",
      "SHOPIFY_API_SECRET is not set; it is the client secret of the app in the Shopify Dev Dashboard",
      "SHOPIFY_APP_URL is not set; it must be the public address of this app without a path, for example https://settled.example.com",
      "SEAL_KEYS is not set; it must be id:key with a 32-byte key in base64, for example k1:…=; separate several by commas",
      "LINK_SECRET is not set; it must have at least 32 characters",
      "SMTP_URL is not set; it must begin with smtp:// or smtps://",
      "MAIL_FROM is not set; it must be the sender's email address, and one only",
      "OPERATOR_ADDRESS is not set; it is the postal address shown at the foot of every email and on the public pages",
      "SUPPORT_ADDRESS is not set; it must be the address that closing requests are sent to",
    ]);
  });

  it.each([
    ["SHOPIFY_API_SECRET", "short", "is the client secret of the app in the Shopify Dev Dashboard"],
    ["HSTS_SUBDOMAINS", "true", "must be yes or no"],
    ["TRUSTED_PROXIES", "many", "must be the number of proxies in front of the app, from 0 to 10"],
    ["TRUSTED_PROXIES", "11", "must be the number of proxies in front of the app, from 0 to 10"],
    ["SHOPIFY_APP_URL", "settled", "must be the public address of this app"],
    ["DATABASE_URL", "mysql://x", "must begin with postgresql://"],
    [
      "DATABASE_URL",
      "postgresql://u:p%zz@db/settled",
      "must be postgresql://user:password@host:5432/settled",
    ],
    ["DATABASE_URL", "postgresql://u:p@db:5432", "must name a database behind the host"],
    [
      "DATABASE_URL",
      "postgresql://u:p@db/settled?schema=app",
      "must not contain schema=; give Settled a database",
    ],
    [
      "DATABASE_URL",
      "postgresql://u:p@db/settled?pgbouncer=true",
      "must not contain pgbouncer=, which has no",
    ],
    ["LINK_SECRET_PREVIOUS", `${"b".repeat(40)},short`, "must have at least 32 characters each"],
    ["SEAL_KEYS", `${KEY},${KEY}`, "must give each key an id of its own"],
    ["SMTP_URL", "smtps://user:pass/word@:mail", "must be smtp://user:password@host:587"],
    ["APP_BRIDGE_URL", "javascript:alert(1)", "must be a web address"],
    ["IMPACT_APP_URL", "data:text/html,x", "must be a web address"],
    ["SHOPIFY_APP_URL", "javascript:alert(1)", "must be the public address of this app"],
    ["OPERATOR_NAME", "Settled\r\nBcc: all@example.com", "must be one line without control characters"],
    ["MAIL_FROM", "Settled\n<notices@settled.example.com>", "must be one line without control characters"],
    ["SEAL_KEYS", "k1:dG9vLXNob3J0", "must be id:key with a 32-byte key in base64"],
    ["SEAL_KEYS", `${KEY},`, "must be id:key with a 32-byte key in base64"],
    ["LINK_SECRET", "short", "must have at least 32 characters"],
    ["SMTP_URL", "http://mail", "must begin with smtp:// or smtps://"],
    ["MAIL_FROM", "Settled", "must be the sender's email address"],
    ["SUPPORT_ADDRESS", "help desk", "must be the address that closing requests are sent to"],
    ["PORT", "70000", "must be a port from 1 to 65535"],
    ["PORT", "eighty", "must be a port from 1 to 65535"],
    ["PORT", "0x50", "must be a port from 1 to 65535"],
    ["METRICS_PORT", "1e3", "must be a port from 1 to 65535"],
    ["TRUSTED_PROXIES", "1.0", "must be the number of proxies in front of the app, from 0 to 10"],
    ["DRAIN_SECONDS", " 20", "must be whole seconds from 5 to 600"],
    ["IMPACT_TIMEOUT_SECONDS", "2e1", "must be whole seconds from 1 to 50"],
    ["SHOPIFY_API_KEY", "my client", "is the client id of the app in the Shopify Dev Dashboard"],
    ["SHOPIFY_API_KEY", 'a"b', "is the client id of the app in the Shopify Dev Dashboard"],
    ["IMPACT_API_URL", "https://user:word@api.impact.com", "must be a web address without a user name"],
    ["IMPACT_APP_URL", "https://app.impact.com?a=1", "must be a web address without a user name, a ? or a #"],
    ["PARTNER_API_URL", "https://partners.shopify.com/#a", "must be a web address without a user name"],
    ["APP_BRIDGE_URL", "https://user@cdn.shopify.com/a.js", "must be a web address without a user name"],
    ["LOG_LEVEL", "loud", "must be silent, fatal, error, warn, info or debug"],
    ["NODE_ENV", "prod", "must be development, test or production"],
    ["IMPACT_API_URL", "impact", "must be a web address"],
    ["IMPACT_APP_URL", "impact", "must be a web address"],
    ["ROLE", "both", "must be web, worker or all"],
    [
      "ROLE",
      "web",
      "must be all without DATABASE_URL: the embedded database belongs to one process, which does everything",
    ],
    ["DRAIN_SECONDS", "4", "must be whole seconds from 5 to 600"],
    ["IMPACT_TIMEOUT_SECONDS", "51", "must be whole seconds from 1 to 50"],
    ["IMPACT_TIMEOUT_SECONDS", "soon", "must be whole seconds from 1 to 50"],
    ["APP_BRIDGE_URL", "bridge", "must be a web address"],
    ["SANDBOX_ORIGIN", "here", "must be a web address"],
  ])("say what %s must be when it is %j", (name, value, message) => {
    const lines = problems({ ...complete, NODE_ENV: "development", [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} `));
    expect(lines[0]).toContain(message);
  });

  it("take a previous secret only together with the moment of the rotation", () => {
    const previous = { ...complete, SHOPIFY_API_SECRET_PREVIOUS: "the-secret-of-yesterday" };
    expect(problems({ ...previous, SHOPIFY_API_SECRET_PREVIOUS: "short" })[0]).toContain(
      "is the client secret that was in use before",
    );
    expect(problems({ ...previous, SHOPIFY_API_SECRET_ROTATED_AT: "yesterday" })).toEqual([
      "SHOPIFY_API_SECRET_ROTATED_AT must be the moment of the rotation, for example 2026-11-20T14:00:00Z",
    ]);
    expect(problems(previous)).toEqual([
      "SHOPIFY_API_SECRET_ROTATED_AT is not set; it must be the moment of the rotation, for example 2026-11-20T14:00:00Z",
    ]);
    const config = readConfig({ ...previous, SHOPIFY_API_SECRET_ROTATED_AT: "2026-11-20T15:00:00+01:00" });
    expect(config.SHOPIFY_API_SECRET_ROTATED_AT?.toString()).toBe("2026-11-20T14:00:00Z");
  });

  it("never repeat a secret in their message", () => {
    const lines = problems({ ...complete, SHOPIFY_API_SECRET: "s3cr3t", SEAL_KEYS: "k1:s3cr3t" });
    expect(lines.join()).not.toContain("s3cr3t");
  });
});
