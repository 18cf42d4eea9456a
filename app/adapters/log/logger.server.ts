import { type DestinationStream, type Logger, pino } from "pino";
import { faultFacts } from "./fault-facts.ts";

const SECRETS = ["authToken", "accessToken", "refreshToken", "token", "authorization", "cookie"];

/**
 * One JSON line per event. Secrets are cut by name here, three levels deep, and never passed on purpose anywhere; of a
 * fault only its own words and place are kept, and of a database's not even the words.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const serializers = { err: (fault: unknown) => faultFacts(fault) };
  const options = { level, serializers, redact: { paths, censor: "[redacted]" } };
  return destination ? pino(options, destination) : pino(options);
}
