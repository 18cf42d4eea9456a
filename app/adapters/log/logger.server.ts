import { type Logger, pino } from "pino";

/** One JSON line per event. Secrets are cut by name here and never passed on purpose anywhere. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: {
      paths: [
        "authToken",
        "*.authToken",
        "accessToken",
        "*.accessToken",
        "authorization",
        "*.authorization",
        "cookie",
      ],
      censor: "[redacted]",
    },
  });
}
