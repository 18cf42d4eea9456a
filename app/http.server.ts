import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type Response,
} from "express";
import onHeaders from "on-headers";
import { BUILD, SERVER_BUILD } from "./build.server.ts";
import type { Container } from "./container.server.ts";
import { cleanAddress } from "./http/clean-address.ts";
import { csrfGuard } from "./http/csrf-guard.ts";
import { limitForms } from "./http/limit-forms.ts";
import { limitWebhooks } from "./http/limit-webhooks.ts";
import { noteProxies } from "./http/note-proxies.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { isShopifyWebhook, shopifyWebhooks } from "./http/shopify-webhooks.server.ts";
import { asInProduction } from "./in-production.server.ts";
import { type OpenPort, openPort } from "./port.server.ts";
import { readOnce } from "./services/read-once.ts";

/** Serves the built app, or in development Vite's live one, on a port that is open already or is opened for it. */
export async function startHttp(container: Container, opened?: OpenPort): Promise<OpenPort> {
  const port = opened ?? (await openPort(container.config.PORT));
  const app = express();
  app.disable("x-powered-by");
  const { SANDBOX_ORIGIN, SHOPIFY_APP_URL, TRUSTED_PROXIES, HSTS_SUBDOMAINS } = container.config;
  // Whatever stands further left in X-Forwarded-For than our own proxies wrote, anybody may have made up.
  app.set("trust proxy", TRUSTED_PROXIES);
  app.use((request, _response, next) => container.withRequest(caseOf(request.path), next));
  const note = noteProxies(TRUSTED_PROXIES, container.log);
  app.use(note);
  // Of these two the later one speaks first, and the sandbox must change what it says.
  if (SANDBOX_ORIGIN) app.use(allowSandboxFrame(SANDBOX_ORIGIN));
  app.use(securityHeaders(SHOPIFY_APP_URL, { subdomains: HSTS_SUBDOMAINS === "yes" }));
  app.use(compression());
  app.use(cleanAddress);
  app.use("/webhooks", limitWebhooks(container.webhookRateLimit));
  app.use(csrfGuard(SHOPIFY_APP_URL, container.log));
  app.use(limitForms(container.log));
  const live = container.config.SERVE === "live";
  const build = live ? await serveWithVite(app) : await serveBuilt(app);
  app.all(
    "*",
    createRequestHandler({
      build,
      // In any other mode Remix sends the stack of a fault to the browser.
      mode: live ? "development" : "production",
      getLoadContext: (request) => ({
        container,
        reads: readOnce(container.deps.db),
        clientAddress: request.ip ?? "",
      }),
    }),
  );
  app.use(answerFault(container));
  const webhooks = shopifyWebhooks(container);
  port.serve((request, response) => {
    if (!isShopifyWebhook(request)) return app(request, response);
    note(request, response, () => container.withRequest(null, () => webhooks(request, response)));
  });
  return port;
}

/** The reference of the closing request a page is about, by which its lines in the log are found. */
const caseOf = (path: string): string | null => /^\/app\/close\/requests\/([\w-]+)/.exec(path)?.[1] ?? null;

async function serveBuilt(app: Express): Promise<ServerBuild> {
  const client = path.join(BUILD, "client");
  app.use("/assets", express.static(path.join(client, "assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(client, { maxAge: "1h" }));
  return asInProduction(() => import(pathToFileURL(SERVER_BUILD).href));
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
    onHeaders(response, () => {
      const csp = response.getHeader("content-security-policy");
      if (csp)
        response.setHeader(
          "content-security-policy",
          String(csp).replace("frame-ancestors https:", `frame-ancestors ${origin} https:`),
        );
      response.removeHeader("link");
    });
    next();
  };
}

/** The last resort, for what fails outside Remix, such as an address that cannot be decoded; Express shows the stack. */
function answerFault({ log }: Container): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error?.status === "number" ? error.status : 500;
    if (status >= 500) log.error({ err: error }, "request failed");
    response
      .status(status)
      .type("text/plain")
      .send(status >= 500 ? "Something went wrong." : "Bad request.");
  };
}
