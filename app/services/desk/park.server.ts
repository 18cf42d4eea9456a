import type { Deps } from "../deps.ts";
import { giveUpTicket } from "../requests/save-failure.server.ts";
import { type By, noteDeed } from "./deed.ts";
import { caseOf } from "./find-case.server.ts";

type ParkDeps = Pick<Deps, "db" | "clock" | "settings">;
export type ParkOutcome = "parked" | "unknown" | "over";

const PARKED = "stopped by the operator";

/** Stops the sending of a case's ticket. Its page and its history say so, and the merchant can send it by hand. */
export async function parkTicket(
  { reference, by }: { reference: string; by: By },
  deps: ParkDeps,
): Promise<ParkOutcome> {
  const request = await caseOf(reference, deps);
  if (!request) return "unknown";
  const { shop, id } = request;
  return deps.db.transact(async (work) => {
    const ticket = await work.tickets.findByRequest(shop, id);
    if (!ticket) return "unknown";
    if (ticket.settledAt || !(await giveUpTicket(ticket, PARKED, work, deps))) return "over";
    await noteDeed({ shop, verb: "park", by, detail: { reference } }, work, deps.clock.now());
    return "parked";
  });
}

/** Sends a mail no more; its job then ends by itself. `resend` with its id takes that back. */
export async function parkMail(
  { shop, mailId, by }: { shop: string; mailId: string; by: By },
  { db, clock }: ParkDeps,
): Promise<ParkOutcome> {
  return db.transact(async (work) => {
    const mail = await work.mails.findById(shop, mailId);
    if (!mail) return "unknown";
    if (mail.state !== "pending") return "over";
    await work.mails.markDropped(shop, mailId, PARKED);
    await noteDeed({ shop, verb: "park", by, detail: { mail: mailId } }, work, clock.now());
    return "parked";
  });
}

/** Handles a webhook no more. An uninstall it told of is found at night anyway. */
export async function parkWebhook(
  { shop, webhookId, by }: { shop: string; webhookId: string; by: By },
  { db, clock }: ParkDeps,
): Promise<ParkOutcome> {
  return db.transact(async (work) => {
    const webhook = await work.webhooks.find(shop, webhookId);
    if (!webhook) return "unknown";
    if (webhook.handledAt) return "over";
    await work.webhooks.markHandled(shop, webhookId, PARKED, clock.now());
    await noteDeed({ shop, verb: "park", by, detail: { webhook: webhookId } }, work, clock.now());
    return "parked";
  });
}
