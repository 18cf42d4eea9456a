import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { CHANNEL_SETTING_NAMES, type ChannelSettings, channelSchema } from "./config-channel.server.ts";

/** A text that is there and fits; whatever is wrong with it, one sentence says what it must be. */
const text = (message: string, pattern = /./) => z.string(message).regex(pattern, message);
const webAddress = z.url("must be a web address");

/** 32-byte keys in base64, each with the id under which sealed values name it; the first one seals, all of them open. */
const SEAL_KEY = "must be id:key with a 32-byte key in base64, for example k1:…=; separate several by commas";
const sealKeys = z
  .string(SEAL_KEY)
  .transform((list) => list.split(",").map((entry) => entry.trim()))
  .pipe(z.array(text(SEAL_KEY, /^[a-z0-9-]+:[A-Za-z0-9+/]{43}=$/)));

const ROTATED_AT = "must be the moment of the rotation, for example 2026-11-20T14:00:00Z";
const HOPS = "must be the number of proxies in front of the app, from 0 to 10";
const PORT = "must be a port from 1 to 65535";
/** Three tries of the longest call must fit into the lease of a reading (refresh-facts). */
const SECONDS = "must be whole seconds from 1 to 50";

const schema = z
  .object({
    NODE_ENV: z
      .enum(["development", "test", "production"], "must be development, test or production")
      .default("development"),
    SERVE: z.enum(["build", "live"], "must be build or live").default("build"),
    PORT: z.coerce.number(PORT).int(PORT).min(1, PORT).max(65535, PORT).default(3001),
    TRUSTED_PROXIES: z.coerce.number(HOPS).int(HOPS).min(0, HOPS).max(10, HOPS).default(1),
    HSTS_SUBDOMAINS: z.enum(["yes", "no"], "must be yes or no").default("no"),
    LOG_LEVEL: z
      .enum(
        ["silent", "fatal", "error", "warn", "info", "debug"],
        "must be silent, fatal, error, warn, info or debug",
      )
      .default("info"),
    SHOPIFY_API_KEY: text("is the client id of the app in the Shopify Dev Dashboard"),
    SHOPIFY_API_SECRET: text("is the client secret of the app in the Shopify Dev Dashboard", /^.{16,}$/),
    SHOPIFY_API_SECRET_PREVIOUS: text(
      "is the client secret that was in use before a rotation",
      /^.{16,}$/,
    ).optional(),
    SHOPIFY_API_SECRET_ROTATED_AT: z
      .string()
      .transform((text, ctx) => {
        try {
          return Temporal.Instant.from(text);
        } catch {
          ctx.addIssue({ code: "custom", message: ROTATED_AT });
          return z.NEVER;
        }
      })
      .optional(),
    SHOPIFY_APP_URL: z.url("must be the public address of this app, for example https://settled.example.com"),
    DATABASE_URL: text("must begin with postgresql://", /^postgres(ql)?:\/\//).optional(),
    DATA_DIR: z.string().default(".data"),
    SEAL_KEYS: sealKeys,
    LINK_SECRET: text("must have at least 32 characters", /^.{32,}$/),
    LINK_SECRET_PREVIOUS: text("must have at least 32 characters", /^.{32,}$/).optional(),
    SMTP_URL: text("must begin with smtp:// or smtps://", /^smtps?:\/\//),
    MAIL_FROM: text("must be the sender's e-mail address", /@/),
    OPERATOR_NAME: z.string().default("Settled"),
    OPERATOR_ADDRESS: text("is the postal address shown at the foot of every e-mail"),
    OPERATOR_ALERT_ADDRESS: z.email("must be the e-mail address that hears of what is stuck").optional(),
    IMPACT_API_URL: webAddress.default("https://api.impact.com"),
    IMPACT_TIMEOUT_SECONDS: z.coerce
      .number(SECONDS)
      .int(SECONDS)
      .min(1, SECONDS)
      .max(50, SECONDS)
      .default(20),
    IMPACT_APP_URL: webAddress.default("https://app.impact.com"),
    SANDBOX_ORIGIN: webAddress.optional(),
    APP_BRIDGE_URL: webAddress.default("https://cdn.shopify.com/shopifycloud/app-bridge.js"),
    CLOCK_FILE: z.string().optional(),
    PARTNER_API_URL: webAddress.default("https://partners.shopify.com"),
    PARTNER_ORGANIZATION: text("is the number of the partner organization", /^\d+$/).optional(),
    PARTNER_APP: text("is the number of the app in the partner account", /^\d+$/).optional(),
    PARTNER_TOKEN: text("is a Partner API token with the right to view apps", /^.{16,}$/).optional(),
    MAIL_EVENTS_SECRET: text("must have at least 32 characters", /^.{32,}$/).optional(),
  })
  .superRefine((env, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (env.SHOPIFY_API_SECRET_PREVIOUS && !env.SHOPIFY_API_SECRET_ROTATED_AT)
      refuse("SHOPIFY_API_SECRET_ROTATED_AT", ROTATED_AT);
    if (env.NODE_ENV !== "production") return;
    if (env.SANDBOX_ORIGIN) refuse("SANDBOX_ORIGIN", "must not be set in production");
    if (env.CLOCK_FILE) refuse("CLOCK_FILE", "must not be set in production");
    if (!env.SHOPIFY_APP_URL.startsWith("https://")) refuse("SHOPIFY_APP_URL", "must be https in production");
    if (/sandbox|demo|changeme/i.test(env.SHOPIFY_API_SECRET + env.LINK_SECRET))
      refuse("SHOPIFY_API_SECRET", "and LINK_SECRET must not be the demo's secrets in production");
  });

/** `channel` is the group of settings of the chosen help desk channel. */
export type Config = z.infer<typeof schema> & { channel: ChannelSettings };

/** Every variable the app reads; .env.example lists them all. */
export const SETTING_NAMES = [...Object.keys(schema.shape), ...CHANNEL_SETTING_NAMES];

/** Every variable that is missing or wrong, one line each; empty values count as missing. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the settings once, at boot. Throws a ConfigError that names each variable and what it must be. The Shopify CLI
 * opens a new tunnel at every start and names it in HOST, which stands in for a SHOPIFY_APP_URL that is not set.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = { ...env, SHOPIFY_APP_URL: env.SHOPIFY_APP_URL || tunnel(env.HOST) };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  const channel = channelSchema.safeParse({ TICKET_CHANNEL: "smtp", ...filled });
  if (result.success && channel.success) return { ...result.data, channel: channel.data };
  const issues = [...(result.error?.issues ?? []), ...(channel.error?.issues ?? [])];
  const lines = issues.map((issue) => {
    const name = String(issue.path[0] ?? "environment");
    const missing = filled[name] === undefined;
    return `${name} ${missing ? "is not set; it " : ""}${issue.message}`;
  });
  throw new ConfigError(`Settled cannot start. Check these settings:\n  ${lines.join("\n  ")}`);
}

/** Some shells keep the machine's name in HOST; only an address counts. */
const tunnel = (host: string | undefined) => (host?.startsWith("https://") ? host : undefined);
