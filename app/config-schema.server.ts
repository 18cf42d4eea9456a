import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { ChannelSettings } from "./config-channel.server.ts";
import { databaseUrlProblem } from "./config-database.server.ts";
import { isJoinable } from "./config-hosts.ts";
import { mailboxesIn } from "./domain/index.ts";

/** A text that is there and fits; whatever is wrong with it, one sentence says what it must be. */
const text = (message: string, pattern = /./) => z.string(message).regex(pattern, message);
/** Browsers run what stands behind javascript: and the like. */
const WEB = /^https?$/;
const WEB_ADDRESS = "must be a web address without a user name, a ? or a #";
const webAddress = z.url({ protocol: WEB, error: WEB_ADDRESS, abort: true }).refine(isJoinable, WEB_ADDRESS);

/** Digits and nothing else: "0x50" and "1e3" are slips of whoever typed them. */
const whole = (message: string, from: number, to: number) =>
  text(message, /^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(from, message).max(to, message));

const APP_URL =
  "must be the public address of this app without a path, for example https://settled.example.com";
/** Links and webhooks are joined to it, and `/` leads on into the app. */
const isBare = (address: string): boolean =>
  URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`;

function isReadable(address: string): boolean {
  try {
    decodeURIComponent(new URL(address).username + new URL(address).password);
    return true;
  } catch {
    return false;
  }
}

/** 32-byte keys in base64, each with the id under which sealed values name it; the first one seals, all of them open. */
const SEAL_KEY = "must be id:key with a 32-byte key in base64, for example k1:…=; separate several by commas";
const sealKeys = z
  .string(SEAL_KEY)
  .transform((list) => list.split(",").map((entry) => entry.trim()))
  .pipe(z.array(text(SEAL_KEY, /^[a-z0-9-]+:[A-Za-z0-9+/]{43}=$/)))
  .refine(
    (keys) => new Set(keys.map((entry) => entry.split(":")[0])).size === keys.length,
    "must give each key an id of its own",
  );

const LINK_SECRET = "must have at least 32 characters";
const OLD_LINK_SECRETS =
  "must have at least 32 characters each; separate several by commas, the newest first";
const oldLinkSecrets = z
  .string()
  .transform((list) => list.split(",").map((entry) => entry.trim()))
  .pipe(z.array(text(OLD_LINK_SECRETS, /^.{32,}$/)))
  .default([]);

const SENDER = "must be the sender's email address, and one only";
const ROTATED_AT = "must be the moment of the rotation, for example 2026-11-20T14:00:00Z";
const HOPS = "must be the number of proxies in front of the app, from 0 to 10";
const PORT = "must be a port from 1 to 65535";
/** Three tries of the longest call must fit into the lease of a reading (refresh-facts). */
const SECONDS = "must be whole seconds from 1 to 50";

const DRAIN = "must be whole seconds from 5 to 600";
/** What a process does of the two there are: answer requests, and work on jobs. */
export const ROLES = ["web", "worker", "all"] as const;

export const schema = z
  .object({
    NODE_ENV: z
      .enum(["development", "test", "production"], "must be development, test or production")
      .default("development"),
    SERVE: z.enum(["build", "live"], "must be build or live").default("build"),
    PORT: whole(PORT, 1, 65_535).default(3001),
    ROLE: z.enum(ROLES, "must be web, worker or all").default("all"),
    DRAIN_SECONDS: whole(DRAIN, 5, 600).default(20),
    METRICS_PORT: whole(PORT, 1, 65_535).optional(),
    METRICS_HOST: z.string().default("127.0.0.1"),
    HSTS_SUBDOMAINS: z.enum(["yes", "no"], "must be yes or no").default("no"),
    TRUSTED_PROXIES: whole(HOPS, 0, 10).default(1),
    LOG_LEVEL: z
      .enum(
        ["silent", "fatal", "error", "warn", "info", "debug"],
        "must be silent, fatal, error, warn, info or debug",
      )
      .default("info"),
    SHOPIFY_API_KEY: text("is the client id of the app in the Shopify Dev Dashboard", /^[\w-]+$/),
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
    SHOPIFY_APP_URL: z.url({ protocol: WEB, error: APP_URL, abort: true }).refine(isBare, APP_URL),
    DATABASE_URL: z
      .string()
      .superRefine((value, ctx) => {
        const message = databaseUrlProblem(value);
        if (message) ctx.addIssue({ code: "custom", message });
      })
      .optional(),
    DATA_DIR: z.string().default(".data"),
    SEAL_KEYS: sealKeys,
    LINK_SECRET: text(LINK_SECRET, /^.{32,}$/),
    LINK_SECRET_PREVIOUS: oldLinkSecrets,
    SMTP_URL: text("must begin with smtp:// or smtps://", /^smtps?:\/\//).refine(
      isReadable,
      "must be smtp://user:password@host:587; write special characters of the password as %40 and the like",
    ),
    SMTP_EHLO_NAME: text(
      "must be a host name, for example settled.example.com",
      /^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/,
    ).optional(),
    MAIL_FROM: z.string(SENDER).refine((field) => mailboxesIn(field).length === 1, SENDER),
    OPERATOR_NAME: z.string().default("Settled"),
    OPERATOR_ADDRESS: text("is the postal address shown at the foot of every email and on the public pages"),
    OPERATOR_EMAIL: z.email("must be the email address at which merchants reach you").optional(),
    OPERATOR_ALERT_ADDRESS: z.email("must be the email address that hears of what is stuck").optional(),
    IMPACT_API_URL: webAddress.default("https://api.impact.com"),
    IMPACT_TIMEOUT_SECONDS: whole(SECONDS, 1, 50).default(20),
    IMPACT_APP_URL: webAddress.default("https://app.impact.com"),
    SANDBOX_ORIGIN: webAddress.optional(),
    APP_BRIDGE_URL: webAddress.default("https://cdn.shopify.com/shopifycloud/app-bridge.js"),
    CLOCK_FILE: z.string().optional(),
    PARTNER_API_URL: webAddress.default("https://partners.shopify.com"),
    PARTNER_ORGANIZATION: text("is the number of the partner organization", /^\d+$/).optional(),
    PARTNER_APP: text("is the number of the app in the partner account", /^\d+$/).optional(),
    PARTNER_TOKEN: text("is a Partner API token with the right to view apps", /^.{16,}$/).optional(),
    OPERATOR_TOKEN: text("must have at least 32 characters", /^.{32,}$/).optional(),
    MAIL_EVENTS_SECRET: text("must have at least 32 characters", /^.{32,}$/).optional(),
  })
  .superRefine((env, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (env.ROLE !== "all" && !env.DATABASE_URL)
      refuse(
        "ROLE",
        "must be all without DATABASE_URL: the embedded database belongs to one process, which does everything",
      );
    if (env.SHOPIFY_API_SECRET_PREVIOUS && !env.SHOPIFY_API_SECRET_ROTATED_AT)
      refuse("SHOPIFY_API_SECRET_ROTATED_AT", ROTATED_AT);
  });

/** `channel` is the group of settings of the chosen help desk channel. */
export type Config = z.infer<typeof schema> & { channel: ChannelSettings };
