import { Temporal } from "temporal-polyfill";
import type { JobHandlers } from "../adapters/queue/queue.server.ts";
import type { SweepHandlers } from "../adapters/queue/sweeps.server.ts";
import type { Container } from "../container.server.ts";
import { sendMerchantEvent } from "../services/events/send-merchant-event.server.ts";
import { sendNewLink } from "../services/exit/request-new-link.server.ts";
import { makeExport } from "../services/exports/make-export.server.ts";
import { deliverMail } from "../services/mail/deliver-mail.server.ts";
import { alarmSweep } from "../services/operations/alarm-sweep.server.ts";
import { beginNights } from "../services/operations/nights.server.ts";
import { remindOfTables } from "../services/operations/remind-of-tables.server.ts";
import { hourlySweep, nightlySweep } from "../services/operations/sweeps.server.ts";
import { checkRequest } from "../services/requests/check-requests.server.ts";
import { deliverTicket } from "../services/requests/deliver-ticket.server.ts";
import { syncInBackground } from "../services/sync/sync-in-background.server.ts";
import { handleUninstall } from "../services/uninstall/handle-uninstall.server.ts";
import { maintainUninstalledShop } from "../services/uninstall/maintain-uninstalled-shop.server.ts";
import { watchShop } from "../services/watch/watch-shop.server.ts";
import { handleWebhook } from "../services/webhooks/handle-webhook.server.ts";

type Parts = Pick<Container, "deps" | "log">;

/** One use-case per job; the outcome goes to the log, a fault goes back to the queue for another try. */
export function createHandlers({ deps, log }: Parts): JobHandlers {
  const note = (job: string, shop: string, outcome: string) => log.info({ job, shop, outcome }, "job done");
  return {
    "handle-webhook": async (data) => note("handle-webhook", data.shop, await handleWebhook(data, deps)),
    "deliver-mail": async (data) => note("deliver-mail", data.shop, await deliverMail(data, deps)),
    "sync-actions": async (data) => {
      const { outcome } = await syncInBackground(data, deps);
      note(`sync-actions (${data.purpose})`, data.shop, outcome);
      await watchShop({ shop: data.shop }, deps);
    },
    "deliver-ticket": async (data) => note("deliver-ticket", data.shop, await deliverTicket(data, deps)),
    "make-export": async (data) => note("make-export", data.shop, await makeExport(data, deps)),
    "confirm-uninstall": async ({ shop, triggeredAt }) => {
      const hint = triggeredAt === null ? null : Temporal.Instant.from(triggeredAt);
      const input = { shop, triggeredAt: hint, mustBeRefused: hint === null };
      note("confirm-uninstall", shop, await handleUninstall(input, deps));
    },
    "check-request": async (data) =>
      note(`check-request (${data.kind})`, data.shop, await checkRequest(data, deps)),
    "send-merchant-event": async (data) =>
      note("send-merchant-event", data.shop, await sendMerchantEvent(data, deps)),
    "send-new-link": async ({ shop }) => note("send-new-link", shop, await sendNewLink({ shop }, deps)),
    "tend-left-shop": async (data) =>
      note("tend-left-shop", data.shop, await maintainUninstalledShop(data, deps)),
  };
}

export function createRounds({ deps, log }: Parts): SweepHandlers {
  return {
    "hourly-round": async () => {
      log.info(await hourlySweep(deps), "hourly round");
      log.info(await beginNights(deps), "nights");
    },
    "nightly-round": async () => {
      await nightlySweep(deps);
      await remindOfTables({}, deps);
      log.info("nightly round");
    },
    "alarm-round": async () => log.info(await alarmSweep(deps), "alarm round"),
  };
}
