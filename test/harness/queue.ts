import { Temporal } from "temporal-polyfill";
import type { Job } from "#app/ports/index.ts";
import { sendMerchantEvent } from "#app/services/events/send-merchant-event.server.ts";
import { sendNewLink } from "#app/services/exit/request-new-link.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { checkRequest } from "#app/services/requests/check-requests.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handleUninstall } from "#app/services/uninstall/handle-uninstall.server.ts";
import { maintainUninstalledShop } from "#app/services/uninstall/maintain-uninstalled-shop.server.ts";
import { handleWebhook } from "#app/services/webhooks/handle-webhook.server.ts";
import type { World } from "./world.ts";

/** Does one committed job as the worker would. */
async function perform(job: Job, { deps }: World): Promise<unknown> {
  switch (job.name) {
    case "handle-webhook":
      return handleWebhook(job.data, deps);
    case "deliver-mail":
      return deliverMail(job.data, deps);
    case "deliver-ticket":
      return deliverTicket(job.data, deps);
    case "tend-left-shop":
      return maintainUninstalledShop(job.data, deps);
    case "send-new-link":
      return sendNewLink(job.data, deps);
    case "check-request":
      return checkRequest(job.data, deps);
    case "send-merchant-event":
      return sendMerchantEvent(job.data, deps);
    case "confirm-uninstall": {
      const triggeredAt = job.data.triggeredAt === null ? null : Temporal.Instant.from(job.data.triggeredAt);
      const input = { shop: job.data.shop, triggeredAt, mustBeRefused: triggeredAt === null };
      return handleUninstall(input, deps);
    }
  }
}

/** A queue that loses nothing and promises nothing else: any order, and a job that failed, or was done, again. */
export function createWorker(world: World) {
  const waiting: Job[] = [];
  const take = () => waiting.push(...world.memory.jobs.splice(0));
  return {
    /** Some jobs at once, as several workers would, each perhaps twice; whatever dies is put back. */
    runSome: async (count: number, index: (waiting: number) => number, twice: boolean): Promise<void> => {
      take();
      const jobs = Array.from({ length: Math.min(count, waiting.length) }, () =>
        waiting.splice(index(waiting.length), 1),
      ).flat();
      const copies = twice ? [...jobs, ...jobs] : jobs;
      await Promise.all(
        copies.map((job) =>
          perform(job, world).catch(() => {
            waiting.push(job);
          }),
        ),
      );
    },
    /** Everything that waits, until nothing does; a job that never succeeds is the caller's finding. */
    drain: async (): Promise<Job[]> => {
      for (let round = 0; round < 400; round += 1) {
        take();
        const job = waiting.shift();
        if (!job) return [];
        await perform(job, world).catch(() => {
          waiting.push(job);
        });
      }
      return waiting;
    },
  };
}
