import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import type { Container } from "./container.server.ts";

const BUILD = path.resolve("build");

/** Serves the built app, or in development Vite's live one. Resolves when the port is open. */
export async function startHttp(container: Container): Promise<{ port: number; close(): Promise<void> }> {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", 1);
  const { SANDBOX_ORIGIN, PORT, NODE_ENV } = container.config;
  if (SANDBOX_ORIGIN) app.use(allowSandboxFrame(SANDBOX_ORIGIN));
  app.use(compression());
  const build =
    NODE_ENV === "development" && !existsSync(path.join(BUILD, "server"))
      ? await serveWithVite(app)
      : await serveBuilt(app);
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: NODE_ENV,
      getLoadContext: () => ({ container, nonce: randomBytes(16).toString("base64") }),
    }),
  );
  return listen(app, PORT);
}

async function serveBuilt(app: Express): Promise<ServerBuild> {
  const client = path.join(BUILD, "client");
  app.use("/assets", express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(client, { maxAge: "1h" }));
  return import(pathToFileURL(path.join(BUILD, "server/index.js")).href);
}

async function serveWithVite(app: Express): Promise<() => Promise<ServerBuild>> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  app.use(vite.middlewares);
  return () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

/**
 * Lets the local store admin frame the app, and drops the preload of a script the sandbox cannot reach. Headers are
 * changed as they are written, because thrown answers of Shopify's library pass no handler of ours.
 */
function allowSandboxFrame(origin: string) {
  return (_request: Request, response: Response, next: NextFunction) => {
    const writeHead = response.writeHead;
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      const csp = response.getHeader("content-security-policy");
      if (csp)
        response.setHeader(
          "content-security-policy",
          String(csp).replace("frame-ancestors https:", `frame-ancestors ${origin} https:`),
        );
      response.removeHeader("link");
      return writeHead.apply(response, args);
    }) as typeof writeHead;
    next();
  };
}

function listen(app: Express, port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: Server = app.listen(port, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken. Set PORT to another one.`) : error,
      ),
    );
  });
}
