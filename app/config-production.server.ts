import { Temporal } from "temporal-polyfill";
import { plainDatabaseProblem } from "./config-database.server.ts";
import { isLoopback, isNowhere } from "./config-hosts.ts";
import type { Config } from "./config-schema.server.ts";
import { repeatable } from "./domain/index.ts";

export type SettingProblem = { name: string; message: string };

const TLS = "must be https in production: name the address that begins with https://";
const SANDBOX = "is an address of the demo or of no real machine; put in the real one";
const RANDOM = "is too regular for a secret; make one at random, as .env.example says";
const DEMO = "comes from the demo; put in one of your own";
const NOT_SET = "must not be set in production; remove it";

/**
 * What may be so while somebody develops, but must not be so where real merchants' secrets and mails go through: each
 * with the variable and what to do. Values are never repeated.
 */
export function productionProblems(config: Config, now: Temporal.Instant): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const refuse = (name: string, message: string) => problems.push({ name, message });
  if (config.SANDBOX_ORIGIN) refuse("SANDBOX_ORIGIN", NOT_SET);
  if (config.CLOCK_FILE) refuse("CLOCK_FILE", NOT_SET);
  if (config.SERVE === "live")
    refuse("SERVE", "must be build in production: run npm run build, and leave SERVE out");
  for (const [name, url] of webAddresses(config))
    if (!url.startsWith("https:")) refuse(name, TLS);
    else if (isNowhere(new URL(url).hostname)) refuse(name, SANDBOX);
  for (const [name, address] of mailAddresses(config))
    if (isNowhere(domainOf(address))) refuse(name, SANDBOX);
  const smtp = smtpProblem(config.SMTP_URL);
  if (smtp) refuse("SMTP_URL", smtp);
  const database = config.DATABASE_URL === undefined ? null : plainDatabaseProblem(config.DATABASE_URL);
  if (database) refuse("DATABASE_URL", database);
  const rotatedAt = config.SHOPIFY_API_SECRET_ROTATED_AT;
  if (rotatedAt && Temporal.Instant.compare(rotatedAt, now) > 0)
    refuse(
      "SHOPIFY_API_SECRET_ROTATED_AT",
      "lies in the future; put in the moment at which the secret was rotated",
    );
  return [...problems, ...secretProblems(config)];
}

function webAddresses(config: Config): [name: string, url: string][] {
  const { channel } = config;
  const names = [
    "SHOPIFY_APP_URL",
    "PARTNER_API_URL",
    "IMPACT_API_URL",
    "IMPACT_APP_URL",
    "APP_BRIDGE_URL",
  ] as const;
  const addresses = names.map((name): [string, string] => [name, config[name]]);
  if (channel.TICKET_CHANNEL === "freshdesk") addresses.push(["FRESHDESK_URL", channel.FRESHDESK_URL]);
  if (channel.TICKET_CHANNEL === "zendesk") addresses.push(["ZENDESK_URL", channel.ZENDESK_URL]);
  return addresses;
}

function mailAddresses(config: Config): [name: string, address: string][] {
  const { channel, OPERATOR_ALERT_ADDRESS: alerts, OPERATOR_EMAIL: contact } = config;
  return [
    ["MAIL_FROM", config.MAIL_FROM],
    ...(contact ? [["OPERATOR_EMAIL", contact] satisfies [string, string]] : []),
    ...(alerts ? [["OPERATOR_ALERT_ADDRESS", alerts] satisfies [string, string]] : []),
    ...(channel.TICKET_CHANNEL === "smtp"
      ? [["SUPPORT_ADDRESS", channel.SUPPORT_ADDRESS] satisfies [string, string]]
      : []),
    ...(channel.TICKET_CHANNEL === "zendesk"
      ? [["ZENDESK_EMAIL", channel.ZENDESK_EMAIL] satisfies [string, string]]
      : []),
  ];
}

const domainOf = (address: string): string => (address.split("@").at(-1) ?? "").replace(/[>\s]/g, "");

/**
 * Mails carry links and codes, and the password goes ahead of them: neither may cross a network in the clear. The mail
 * library takes dozens of parameters from the address, some of which do away with TLS or write mails into the log.
 */
function smtpProblem(text: string): string | null {
  const url = new URL(text);
  const given = [...url.searchParams];
  const isOff = (name: string) => given.some(([key, value]) => key === name && value !== "true");
  if (url.searchParams.has("ignoreTLS")) return "must not switch TLS off; remove ignoreTLS";
  if (isOff("requireTLS")) return "must not switch TLS off; write requireTLS=true or leave it out";
  if (isOff("tls.rejectUnauthorized") && !isLoopback(url.hostname))
    return "must not switch the check of the server's certificate off; remove tls.rejectUnauthorized (a private CA: docs/operations.md)";
  const [unknown] = given.find(([key]) => !SMTP_PARAMETERS.includes(key)) ?? [];
  if (unknown !== undefined) return `must not contain ${repeatable(unknown)}=; remove it`;
  if (url.protocol === "smtps:" || url.username !== "" || url.searchParams.has("requireTLS")) return null;
  return "must ask for TLS in production: begin with smtps://, or end with ?requireTLS=true";
}
const SMTP_PARAMETERS = ["requireTLS", "tls.rejectUnauthorized", "tls.servername"];

function secretProblems(config: Config): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (isOfTheDemo(config.SHOPIFY_API_KEY)) problems.push({ name: "SHOPIFY_API_KEY", message: DEMO });
  const seen = new Map<string, string>();
  for (const [name, value] of secretsOf(config)) {
    const first = seen.get(value);
    seen.set(value, first ?? name);
    if (isOfTheDemo(value)) problems.push({ name, message: DEMO });
    else if (isRegular(value) || (name === "SEAL_KEYS" && isRegularKey(value)))
      problems.push({ name, message: RANDOM });
    else if (first === name)
      problems.push({ name, message: "names the same secret twice; each must be another one" });
    else if (first !== undefined)
      problems.push({ name, message: `is the same secret as ${first}; give each one of its own` });
  }
  for (const name of ["SMTP_URL", "DATABASE_URL"] as const) {
    const url = config[name];
    const first = url && seen.get(decodeURIComponent(new URL(url).password));
    if (first)
      problems.push({
        name,
        message: `has the same secret as ${first} for a password; give each one of its own`,
      });
  }
  return problems;
}

/** Every setting that is a secret. The passwords of others' servers are theirs to choose, and only compared. */
function secretsOf(config: Config): [name: string, value: string][] {
  const { channel } = config;
  const all: [string, string | undefined][] = [
    ["SHOPIFY_API_SECRET", config.SHOPIFY_API_SECRET],
    ["SHOPIFY_API_SECRET_PREVIOUS", config.SHOPIFY_API_SECRET_PREVIOUS],
    ["LINK_SECRET", config.LINK_SECRET],
    ...config.LINK_SECRET_PREVIOUS.map((value): [string, string] => ["LINK_SECRET_PREVIOUS", value]),
    ["MAIL_EVENTS_SECRET", config.MAIL_EVENTS_SECRET],
    ["OPERATOR_TOKEN", config.OPERATOR_TOKEN],
    ["PARTNER_TOKEN", config.PARTNER_TOKEN],
    ["FRESHDESK_API_KEY", channel.TICKET_CHANNEL === "freshdesk" ? channel.FRESHDESK_API_KEY : undefined],
    ["ZENDESK_API_TOKEN", channel.TICKET_CHANNEL === "zendesk" ? channel.ZENDESK_API_TOKEN : undefined],
    ...config.SEAL_KEYS.map((entry): [string, string] => [
      "SEAL_KEYS",
      entry.replace(/^(?!demo:)[^:]*:/, ""),
    ]),
  ];
  return all.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
}

const isOfTheDemo = (value: string): boolean => /sandbox|changeme|^demo[-_:]|^replace-with-/i.test(value);

/** Its bytes come again and again, or all go up or down by the same step. */
function isRegularKey(base64: string): boolean {
  const bytes = [...Buffer.from(base64, "base64")];
  return isRegular(bytes.map((byte) => String.fromCodePoint(byte)).join(""));
}

/** A stretch that comes again and again, hardly any characters at all, or a walk through an alphabet. */
function isRegular(value: string): boolean {
  if (new Set(value).size < 8) return true;
  const periods = Array.from({ length: Math.floor(value.length / 2) }, (_, at) => at + 1);
  return periods.some((period) => value.startsWith(value.slice(period))) || isWalk(value);
}

/** Most characters lie as far from the one before as most others do. */
function isWalk(value: string): boolean {
  const codes = Buffer.from(value, "utf16le");
  const steps = new Map<number, number>();
  for (let at = 2; at < codes.length; at += 2) {
    const step = ((codes[at] ?? 0) - (codes[at - 2] ?? 0) + 256) % 256;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  return Math.max(...steps.values()) > (2 / 3) * (value.length - 1);
}
