import { runHandlers } from "./adapters/queue/queue.server.ts";
import type { Container } from "./container.server.ts";
import { createHandlers } from "./jobs/handlers.server.ts";

/** Starts the background work in this process. */
export async function startWorker(container: Container): Promise<void> {
  await runHandlers(container.boss, createHandlers(container));
}
