import { runHandlers } from "./adapters/queue/queue.server.ts";
import type { Container } from "./container.server.ts";
import { createHandlers } from "./jobs/handlers.server.ts";
import { resumeTickets } from "./services/tickets/resume-tickets.server.ts";

/** Starts the background work in this process. */
export async function startWorker(container: Container): Promise<void> {
  await runHandlers(container.boss, createHandlers(container));
  const resumed = await resumeTickets(container.deps);
  if (resumed > 0) container.log.info({ resumed }, "tickets taken up again");
}
