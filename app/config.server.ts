import { Temporal } from "temporal-polyfill";
import { CHANNEL_SETTING_NAMES, channelSchema } from "./config-channel.server.ts";
import { halfSets } from "./config-halves.server.ts";
import { productionProblems, type SettingProblem } from "./config-production.server.ts";
import { type Config, schema } from "./config-schema.server.ts";

export type { Config };

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
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  now: Temporal.Instant = Temporal.Now.instant(),
): Config {
  const given = { ...env, SHOPIFY_APP_URL: env.SHOPIFY_APP_URL || tunnel(env.HOST) };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const broken = SETTING_NAMES.filter((name) => CONTROL.test(filled[name] ?? ""));
  if (broken.length > 0)
    throw configErrorOf(
      broken.map((name) => ({ name, message: "must be one line without control characters" })),
    );
  const result = schema.safeParse(filled);
  const channel = channelSchema.safeParse({ TICKET_CHANNEL: "smtp", ...filled });
  const halves = halfSets(filled);
  if (!result.success || !channel.success || halves.length > 0)
    throw configErrorOf([
      ...[...(result.error?.issues ?? []), ...(channel.error?.issues ?? [])].map((issue) => {
        const name = String(issue.path[0] ?? "environment");
        const missing = filled[name] === undefined;
        return { name, message: `${missing ? "is not set; it " : ""}${issue.message}` };
      }),
      ...halves,
    ]);
  const config = { ...result.data, channel: channel.data };
  const unfit = config.NODE_ENV === "production" ? productionProblems(config, now) : [];
  if (unfit.length > 0) throw configErrorOf(unfit);
  return config;
}

/** A line break in a name or an address would begin a new header line of a mail. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const configErrorOf = (problems: SettingProblem[]): ConfigError =>
  new ConfigError(
    `Settled cannot start. Check these settings:\n  ${problems.map(({ name, message }) => `${name} ${message}`).join("\n  ")}`,
  );

/** Some shells keep the machine's name in HOST; only an address counts. */
const tunnel = (host: string | undefined) => (host?.startsWith("https://") ? host : undefined);
