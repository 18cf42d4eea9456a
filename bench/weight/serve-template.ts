import { once } from "node:events";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import { run } from "#scripts/prepare.ts";

export const TEMPLATE_BUILD = path.resolve("node_modules/.cache/settled-bench/template");

/** Builds the empty app with this project's libraries. */
export function buildTemplate(): void {
  run("remix", ["vite:build", "--config", "bench/weight/template/vite.config.ts"], {
    NODE_ENV: "production",
  });
}

/** Serves it as the app is served: compressed, its assets kept for good. */
export async function serveTemplate(): Promise<{ url: string; stop(): void }> {
  const app = express();
  app.use(compression());
  app.use(express.static(path.join(TEMPLATE_BUILD, "client"), { immutable: true, maxAge: "1y" }));
  const build = await import(path.join(TEMPLATE_BUILD, "server/index.js"));
  app.all("*", createRequestHandler({ build }));
  const server = app.listen(0);
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/app`,
    stop: () => server.closeAllConnections() ?? server.close(),
  };
}
