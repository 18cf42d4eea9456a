import { unzipSync } from "fflate";
import type { Temporal } from "temporal-polyfill";
import { readPackScript } from "#app/adapters/evidence/pack-script.server.ts";
import { createSmtpDesk } from "#app/adapters/helpdesk/smtp.server.ts";
import { totalsChange } from "#app/domain/index.ts";
import type { InvoiceItem, StoredAction, SyncStateRow } from "#app/ports/index.ts";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { aConnection, aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

export const { shop } = aShop();
export const KEY = { shop, accountSid: aConnection().accountSid };
const anInvoice = (id: string): InvoiceItem => ({
  id,
  dueOn: "2026-07-16",
  total: "75.00",
  status: "PENDING",
  paidOn: null,
});
export const FULL = { smtp: true, invoices: [anInvoice("31001-202605"), anInvoice("31001-202606")] };
export const actionsOf = (page: number): StoredAction[] =>
  Array.from({ length: 1_200 }, (_, index) => ({
    id: `a-${page}-${index}`,
    programId: "1000",
    program: "Acme",
    partner: "Blog",
    state: "PENDING",
    amount: 1_000,
    payout: 75,
    trackedOn: 20_600,
    locksOn: 20_645,
    reversedOn: null,
    clearedOn: null,
  }));
const aSync = (now: Temporal.Instant): SyncStateRow => ({
  run: 1,
  kind: "first",
  startedAt: now,
  finishedAt: now,
  currency: "USD",
  completedAt: now,
  fullAt: now,
});
export const text = { subject: "Please close account IR1", body: "Please close it.\n请关闭。", reason: null };

/** The pack of a request that was sent; facts are known unless told otherwise. */
export async function aPack({
  facts = true,
  smtp = false,
  invoices = [] as InvoiceItem[],
  token = true,
} = {}) {
  const deps = { ...createFakeDeps(), packScript: readPackScript };
  if (smtp)
    Object.assign(deps, {
      helpDesk: createSmtpDesk({
        mailer: deps.mailer,
        to: "help-desk@impact.test",
        domain: "settled.example",
      }),
    });
  const sealedToken = token ? deps.seal.seal(shop, "token") : null;
  await deps.db.connections.save(aConnection({ shop, sealedToken }));
  await deps.db.snapshots.saveRead(shop, "Invoices", invoices, deps.clock.now());
  for (const page of [0, 1]) {
    await deps.db.actions.put(KEY, actionsOf(page), 1);
    await deps.db.actions.addToTotals(KEY, totalsChange([], actionsOf(page)));
  }
  await deps.db.syncs.save(KEY, aSync(deps.clock.now()));
  await deps.db.shops.save(aShop({ shop, locale: "zh-CN" }));
  if (facts) await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12" } }, deps);
  await deps.db.snapshots.saveRead(shop, "Actions", [], deps.clock.now());
  await handOver(
    { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, ...text },
    deps,
  );
  await deliverTicket({ shop, ticketId: deps.db.rows().tickets[0]?.id ?? "" }, deps);
  for (const { id } of deps.db.rows().mails) await deliverMail({ shop, mailId: id }, deps);
  const reference = (await deps.db.closingRequests.findOpen(shop))?.reference ?? "";
  const pack = await buildPack({ shop, reference }, deps);
  if (!pack) throw new Error("There is no pack.");
  const again = async () => (await buildPack({ shop, reference }, deps))?.fingerprint;
  const zip = await collected(pack.zip);
  return { pack, zip, deps, reference, again, files: unzipSync(zip) };
}

export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
