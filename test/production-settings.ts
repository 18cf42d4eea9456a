import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { ConfigError, readConfig } from "#app/config.server.ts";

/** As random as what the operator makes, and the same in every run. */
export const secretOf = (name: string) => createHash("sha256").update(name).digest();
export const key = (id: string, name: string) => `${id}:${secretOf(name).toString("base64")}`;
export const LINK_SECRET = secretOf("link").toString("hex");
/** Settings that a production start takes. */
export const production = {
  NODE_ENV: "production",
  SHOPIFY_API_KEY: "client-id",
  SHOPIFY_API_SECRET: secretOf("shopify").toString("hex"),
  SHOPIFY_APP_URL: "https://settled.example.com",
  SEAL_KEYS: key("k1", "seal"),
  LINK_SECRET,
  SMTP_URL: "smtps://user:password@mail.example.com",
  MAIL_FROM: "Settled <notices@settled.example.com>",
  OPERATOR_ADDRESS: "1 Example Street",
  SUPPORT_ADDRESS: "help-desk@impact.com",
};
export const freshdesk = {
  TICKET_CHANNEL: "freshdesk",
  FRESHDESK_URL: "https://impact.freshdesk.com",
  FRESHDESK_API_KEY: "kX93hdJw02Lq",
};
export const zendesk = {
  TICKET_CHANNEL: "zendesk",
  ZENDESK_URL: "https://impact.zendesk.com",
  ZENDESK_EMAIL: "agent@impact.com",
  ZENDESK_API_TOKEN: "kX93hdJw02LqmM",
};
export const DATABASE = "postgresql://settled:pa%40ss@db.internal:5432/settled";
export const PARTNER = {
  PARTNER_ORGANIZATION: "12345",
  PARTNER_APP: "678",
  PARTNER_TOKEN: "prtapi_0a1b2c3d4e5f6071",
};
export const ROTATED = { SHOPIFY_API_SECRET_PREVIOUS: secretOf("old").toString("hex") };

/** The lines under the heading when a production start with these changes is refused; none when it starts. */
export function problems(change: Record<string, string>): string[] {
  try {
    readConfig({ ...production, ...change }, Temporal.Instant.from("2026-11-30T12:00:00Z"));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}
