import { createServer } from "node:http";
import { ConfigError } from "./config.server.ts";
import type { Container } from "./container.server.ts";

export type MetricsPort = { port: number; close(): Promise<void> };

/** Metrics on a port of their own, which no proxy leads to; null where no METRICS_PORT is set. */
export async function startMetrics({ config, metrics, log }: Container): Promise<MetricsPort | null> {
  const { METRICS_PORT, METRICS_HOST } = config;
  if (METRICS_PORT === undefined || metrics === null) return null;
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return response.writeHead(404).end();
    metrics.read().then(
      (text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(text),
      (error: unknown) => {
        log.error({ err: error }, "metrics could not be read");
        response.writeHead(503).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new ConfigError(
          `METRICS_PORT ${METRICS_PORT} on ${METRICS_HOST} cannot be had (${error.code}). Set another one.`,
        ),
      ),
    );
    server.listen(METRICS_PORT, METRICS_HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : METRICS_PORT,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
