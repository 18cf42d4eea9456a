import { createServer } from "node:http";
import { join } from "node:path";
import express, { type NextFunction, type Request, type Response } from "express";
import { pino } from "pino";
import { createAdminSandbox } from "#sandbox/admin/index.ts";
import { pageContext } from "#sandbox/admin/pages/context.ts";
import { notFoundPage } from "#sandbox/admin/pages/not-found-page.ts";
import { openClock } from "#sandbox/clock/clock.ts";
import type { SandboxSettings } from "#sandbox/config.ts";
import { createHelpDesk } from "#sandbox/helpdesk/index.ts";
import { type AccountCard, createImpactSandbox } from "#sandbox/impact/index.ts";
import { createMailbox } from "#sandbox/mail/index.ts";
import { listen } from "./listen.ts";
import { sameOriginOnly } from "./same-origin.ts";

export interface Sandbox {
  /** Address of the sandbox, such as http://localhost:3000. */
  readonly url: string;
  readonly smtpPort: number;
  /** What a person types in to connect each impact.com account. */
  readonly accounts: readonly AccountCard[];
  /** Closes everything. All state is already on disk; what was under way is taken up at the next start. */
  stop(): Promise<void>;
}

/** Starts the store admin, impact.com, the mailbox, the help desk and the clock in this process. */
export async function startSandbox(
  settings: SandboxSettings,
  log = pino({ level: "silent" }),
): Promise<Sandbox> {
  const dataDir = join(settings.dataDir, "sandbox");
  const clock = openClock(join(dataDir, "clock.json"));
  const impact = createImpactSandbox({ clock, dataDir, log });
  const admin = createAdminSandbox({ settings, clock, log, accounts: impact.accounts });
  const mailbox = await createMailbox({ settings, clock });
  const helpDesk = createHelpDesk({ settings, clock, mailbox });

  const app = express();
  app.disable("x-powered-by");
  app.use(sameOriginOnly);
  app.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  app.use("/impact-api", impact.api);
  app.use("/impact", impact.ui);
  app.use(impact.clockRouter, admin.router, mailbox.router, helpDesk.router);
  app.post("/reset", (_req, res) => {
    clock.reset();
    for (const part of [impact, admin, mailbox, helpDesk]) part.reset();
    res.redirect(303, "/");
  });
  app.use((req, res) => void res.status(404).send(notFoundPage(pageContext(req, clock.now()))));
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    if (isRefusal(error)) return void res.status(error.status).type("text/plain").send(error.message);
    log.error({ err: error }, "sandbox request failed");
    res.status(500).type("text/plain").send("The sandbox could not answer. Its log says why.");
  });

  const server = createServer(app);
  const port = await listen(server, settings.port, "SANDBOX_PORT").catch(async (cause: unknown) => {
    await mailbox.stop();
    throw cause;
  });
  admin.start();

  return {
    url: `http://localhost:${port}`,
    smtpPort: mailbox.smtpPort,
    accounts: impact.accounts,
    async stop() {
      await admin.stop();
      await mailbox.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What the body parser refuses is the caller's mistake, and says so itself. */
const isRefusal = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  "status" in error &&
  typeof error.status === "number" &&
  error.status >= 400 &&
  error.status < 500;
