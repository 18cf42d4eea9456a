import { type DestinationStream, type Logger, pino } from "pino";
import { cutTokens } from "./cut-tokens.ts";

const SECRETS = ["authToken", "accessToken", "refreshToken", "token", "authorization", "cookie"];

/**
 * One JSON line per event. Secrets are cut by name here, three levels deep, and never passed on purpose anywhere; tokens
 * of links, which come with the address of any request, are cut from the line as it is written.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { level, redact: { paths, censor: "[redacted]" }, hooks: { streamWrite: cutTokens } };
  return destination ? pino(options, destination) : pino(options);
}
