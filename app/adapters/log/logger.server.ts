import { type DestinationStream, type Logger, pino } from "pino";
import { cutTokens } from "./cut-tokens.ts";
import { faultFacts } from "./fault-facts.ts";
import { logContext } from "./log-context.server.ts";

const SECRETS = ["authToken", "accessToken", "refreshToken", "token", "authorization", "cookie"];

/**
 * One JSON line per event. Secrets are cut by name here, three levels deep, and never passed on purpose anywhere; of a
 * fault only its own words and place are kept, and of a database's not even the words. Tokens of links, which come with
 * the address of any request, are cut from the line as it is written. Each line names the request or job it belongs to.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const serializers = { err: (fault: unknown) => faultFacts(fault) };
  const redact = { paths, censor: "[redacted]" };
  const options = { level, serializers, redact, hooks: { streamWrite: cutTokens }, mixin: logContext };
  return destination ? pino(options, destination) : pino(options);
}
