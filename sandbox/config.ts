import { z } from "zod";
import { type DeclaredApp, readDeclaredApp } from "#sandbox/admin/declared-app.ts";

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  NODE_ENV: z
    .string()
    .optional()
    .refine(
      (name) => name !== "production",
      "the sandbox mints its own session tokens and never runs in production",
    ),
  SANDBOX_PORT: port.default(3000),
  SANDBOX_SMTP_PORT: port.default(3025),
  DATA_DIR: z.string().min(1).default(".data"),
  APP_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3001"),
  SHOPIFY_API_KEY: z.string({ error: "is not set; the app and the sandbox share it" }).min(1),
  SHOPIFY_API_SECRET: z.string({ error: "is not set; the app and the sandbox share it" }).min(1),
  HELP_DESK_ADDRESS: z.email().default("help-desk@sandbox.example"),
  HELP_DESK_API_KEY: z.string().min(1).default("sandbox-help-desk-key"),
  PARTNER_TOKEN: z.string().min(1).default("sandbox-partner-token"),
  SANDBOX_WEBHOOK_RETRY_MS: z.coerce.number().int().positive().default(1000),
});

export interface SandboxSettings {
  /** HTTP port; 0 picks a free one. */
  readonly port: number;
  /** SMTP port of the mailbox; 0 picks a free one. */
  readonly smtpPort: number;
  readonly dataDir: string;
  /** Origin of the app, without a trailing slash. */
  readonly appUrl: string;
  /** What `shopify.app.toml` tells Shopify of the app. */
  readonly app: DeclaredApp;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly helpDeskAddress: string;
  /** Agents' API key of the help desk, for both of its ticket APIs. */
  readonly helpDeskApiKey: string;
  /** Key to the partner account, which knows every uninstall. */
  readonly partnerToken: string;
  /** Pause before the first webhook retry; it doubles with every further one. */
  readonly webhookRetryMs: number;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: SandboxSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the sandbox's settings; every problem names its variable. Refuses a production environment. */
export function readSettings(env: Record<string, string | undefined>): SettingsResult {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`) };
  }
  const e = parsed.data;
  return {
    ok: true,
    settings: {
      port: e.SANDBOX_PORT,
      smtpPort: e.SANDBOX_SMTP_PORT,
      dataDir: e.DATA_DIR,
      appUrl: new URL(e.APP_URL).origin,
      app: readDeclaredApp(),
      apiKey: e.SHOPIFY_API_KEY,
      apiSecret: e.SHOPIFY_API_SECRET,
      helpDeskAddress: e.HELP_DESK_ADDRESS,
      helpDeskApiKey: e.HELP_DESK_API_KEY,
      partnerToken: e.PARTNER_TOKEN,
      webhookRetryMs: e.SANDBOX_WEBHOOK_RETRY_MS,
    },
  };
}
