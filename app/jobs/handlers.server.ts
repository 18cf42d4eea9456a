import type { JobHandlers } from "../adapters/queue/queue.server.ts";
import type { Container } from "../container.server.ts";
import { syncInBackground } from "../services/connection/sync-in-background.server.ts";
import { deliverMail } from "../services/mail/deliver-mail.server.ts";
import { deliverTicket } from "../services/tickets/deliver-ticket.server.ts";
import { handleWebhook } from "../services/uninstall/handle-webhook.server.ts";

/** One use-case per job; the outcome goes to the log, a fault goes back to the queue for another try. */
export function createHandlers({ deps, log }: Pick<Container, "deps" | "log">): JobHandlers {
  const note = (job: string, shop: string, outcome: string) => log.info({ job, shop, outcome }, "job done");
  return {
    "handle-webhook": async (data) => note("handle-webhook", data.shop, await handleWebhook(data, deps)),
    "deliver-mail": async (data) => note("deliver-mail", data.shop, await deliverMail(data, deps)),
    "sync-actions": async (data) => {
      const { outcome } = await syncInBackground(data, deps);
      note(`sync-actions (${data.purpose})`, data.shop, outcome);
    },
    "deliver-ticket": async (data) => note("deliver-ticket", data.shop, await deliverTicket(data, deps)),
  };
}
