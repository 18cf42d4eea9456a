import { type Evidence, isBilledOn } from "#app/domain/index.ts";
import type { TicketRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { moveRequest } from "./move-request.server.ts";

/**
 * The channel has the ticket: ticket and request move on with the proof, and the merchant gets a receipt, all in one
 * commit. False when another attempt recorded it first.
 */
export async function saveAccepted(
  ticket: TicketRow,
  proof: Evidence,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<boolean> {
  const { settings } = deps;
  const now = deps.clock.now();
  return deps.db.transact(async (work) => {
    if (!(await work.tickets.change(ticket, { state: "accepted", proof, lastError: null, settledAt: now })))
      return false;
    const request = await work.closingRequests.findById(ticket.shop, ticket.requestId);
    if (!request) throw new Error(`Ticket ${ticket.id} belongs to no closing request.`);
    if (request.state !== "ready") return true;
    const step = { trigger: "channel-accepted", toState: "sent", actor: "settled", evidence: proof } as const;
    const moved = await moveRequest(request, step, work, deps);
    const shop = await work.shops.find(ticket.shop);
    if (!moved || !shop?.contactEmail) return true;
    const receipt = {
      shop: ticket.shop,
      purpose: "closing-receipt" as const,
      dedupeKey: `closing-receipt:${request.id}`,
      recipient: shop.contactEmail,
      locale: shop.locale,
      content: {
        reference: request.reference,
        sentAt: now.toString(),
        timeZone: shop.timeZone,
        supportAddress: settings.supportAddress,
        subject: ticket.content.subject,
        body: ticket.content.body,
        isBilled: isBilledOn(request.route),
      },
      requestId: request.id,
    };
    await writeMail(receipt, work, { now, settings });
    return true;
  });
}
