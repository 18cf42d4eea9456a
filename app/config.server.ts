import { z } from "zod";

/** A 32-byte key in base64, with the id under which sealed values name it: `id:base64`. */
const sealKey = z
  .string()
  .regex(/^[a-z0-9-]+:[A-Za-z0-9+/]{43}=$/, "must be id:key with a 32-byte key in base64, for example k1:…=");

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    PORT: z.coerce.number().int().min(1).max(65535).default(3001),
    LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).default("info"),
    SHOPIFY_API_KEY: z.string().min(1, "is the client id of the app in the Shopify Dev Dashboard"),
    SHOPIFY_API_SECRET: z.string().min(16, "is the client secret of the app in the Shopify Dev Dashboard"),
    SHOPIFY_API_SECRET_PREVIOUS: z.string().min(16).optional(),
    SHOPIFY_APP_URL: z.url("must be the public address of this app, for example https://settled.example.com"),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
      .optional(),
    DATA_DIR: z.string().default(".data"),
    SEAL_KEYS: z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(sealKey).min(1, "needs at least one key; the first one seals, all of them open")),
    LINK_SECRET: z.string().min(32, "must have at least 32 characters"),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://"),
    MAIL_FROM: z.string().includes("@", { message: "must be the sender's e-mail address" }),
    OPERATOR_NAME: z.string().default("Settled"),
    OPERATOR_ADDRESS: z.string().min(1, "is the postal address shown at the foot of every e-mail"),
    SUPPORT_ADDRESS: z.email("must be the address that closing requests are sent to"),
    IMPACT_API_URL: z.url().default("https://api.impact.com"),
    IMPACT_APP_URL: z.url().default("https://app.impact.com"),
    SANDBOX_ORIGIN: z.url().optional(),
    APP_BRIDGE_URL: z.url().default("https://cdn.shopify.com/shopifycloud/app-bridge.js"),
    CLOCK_FILE: z.string().optional(),
  })
  .superRefine((env, ctx) => {
    if (env.NODE_ENV !== "production") return;
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (env.SANDBOX_ORIGIN) refuse("SANDBOX_ORIGIN", "must not be set in production");
    if (env.CLOCK_FILE) refuse("CLOCK_FILE", "must not be set in production");
    if (!env.SHOPIFY_APP_URL.startsWith("https://")) refuse("SHOPIFY_APP_URL", "must be https in production");
    if (/sandbox|demo|changeme/i.test(env.SHOPIFY_API_SECRET + env.LINK_SECRET))
      refuse("SHOPIFY_API_SECRET", "and LINK_SECRET must not be the demo's secrets in production");
  });

export type Config = z.infer<typeof schema>;

/** Every variable that is missing or wrong, one line each; empty values count as missing. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Reads the settings once, at boot. Throws a ConfigError that names each variable and what it must be. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? "environment");
    const missing = filled[name] === undefined;
    return `${name} ${missing ? "is not set; it " : ""}${issue.message}`;
  });
  throw new ConfigError(`Settled cannot start. Check these settings:\n  ${lines.join("\n  ")}`);
}
