import { createServer } from "node:http";
import { join } from "node:path";
import express, { type NextFunction, type Request, type Response } from "express";
import { createAdminSandbox } from "#sandbox/admin/index.ts";
import { openClock } from "#sandbox/clock/clock.ts";
import type { SandboxSettings } from "#sandbox/config.ts";
import { createHelpDesk } from "#sandbox/helpdesk/index.ts";
import { createMailbox } from "#sandbox/mail/index.ts";
import { listen } from "./listen.ts";
import { sameOriginOnly } from "./same-origin.ts";

export interface Sandbox {
  /** Address of the sandbox, such as http://localhost:3000. */
  readonly url: string;
  readonly smtpPort: number;
  /** Closes everything. All state is already on disk; what was under way is taken up at the next start. */
  stop(): Promise<void>;
}

/** Starts the store admin, impact.com, the mailbox, the help desk and the clock in this process. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const clock = openClock(join(settings.dataDir, "sandbox", "clock.json"));
  const admin = createAdminSandbox({ settings, clock });
  const mailbox = await createMailbox({ settings, clock });
  const helpDesk = createHelpDesk({ settings, clock, mailbox });

  const app = express();
  app.disable("x-powered-by");
  app.use(sameOriginOnly);
  app.get("/healthz", (_req, res) => void res.json({ status: "ok" }));
  app.use(admin.router, mailbox.router, helpDesk.router);
  app.post("/reset", (_req, res) => {
    clock.reset();
    for (const part of [admin, mailbox, helpDesk]) part.reset();
    res.redirect(303, "/");
  });
  app.use((_req, res) => void res.status(404).type("text/plain").send("Not found"));
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    res
      .status(500)
      .type("text/plain")
      .send(error instanceof Error ? error.message : "Something went wrong.");
  });

  const server = createServer(app);
  const port = await listen(server, settings.port, "SANDBOX_PORT");
  admin.start();

  return {
    url: `http://localhost:${port}`,
    smtpPort: mailbox.smtpPort,
    async stop() {
      await admin.stop();
      await mailbox.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
