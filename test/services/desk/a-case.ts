import type { TicketRow } from "#app/ports/index.ts";
import { aClosing, aClosingEvent, aMail, aShop, at } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

export const by = { who: "kim", why: "ticket 4711" };
export const reference = "SET-7KQ2-M9XD";

/** A store with a closing request whose ticket and receipt have not gone out. */
export async function aCase(left = true) {
  const deps = createFakeDeps();
  const shop = aShop({ uninstalledAt: left ? at("2026-06-20T09:00:00Z") : null });
  await deps.db.shops.save(shop);
  const request = aClosing({ shop: shop.shop, reference });
  await deps.db.closingRequests.open(request, aClosingEvent());
  const ticket: TicketRow = {
    id: "ticket-1",
    shop: shop.shop,
    requestId: request.id,
    channel: "smtp",
    key: "key-1",
    content: { subject: "Close", body: "Please", requester: { name: "Acme", email: "owner@acme.example" } },
    state: "pending",
    attempts: 3,
    lastError: "451 later",
    attemptedAt: at("2026-06-21T08:00:00Z"),
    proof: null,
    createdAt: at("2026-06-21T05:00:00Z"),
    settledAt: null,
  };
  await deps.db.tickets.add(ticket);
  const mail = aMail({ shop: shop.shop, purpose: "closing-receipt", requestId: request.id });
  await deps.db.mails.add(mail);
  return { deps, shop: shop.shop, request, ticket, mail };
}
