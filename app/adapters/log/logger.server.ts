import { type DestinationStream, type Logger, pino } from "pino";

const SECRETS = ["authToken", "accessToken", "refreshToken", "token", "authorization", "cookie"];

/** One JSON line per event. Secrets are cut by name here, three levels deep, and never passed on purpose anywhere. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { level, redact: { paths, censor: "[redacted]" } };
  return destination ? pino(options, destination) : pino(options);
}
