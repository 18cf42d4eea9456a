import type { Channel, ShopRow } from "#app/ports/index.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { checkRequest, enqueueDueChecks } from "#app/services/requests/check-requests.server.ts";
import { deliverTicket } from "#app/services/requests/deliver-ticket.server.ts";
import { handOver } from "#app/services/requests/hand-over.server.ts";
import { type StatedMove, saveMove } from "#app/services/requests/save-move.server.ts";
import { showRequest } from "#app/services/requests/show-request.server.ts";
import { aConnection, aShop, NAMED_ONLY } from "#test/factories/rows.ts";
import { createFakeDeps } from "#test/fakes/deps.ts";

/** A connected store whose request the channel took on 21 June 2026, a Sunday, at 9:00 UTC; "assisted" leaves it unsent. */
export async function aRequest(change: Partial<ShopRow> = {}, channel: Channel = "freshdesk") {
  const deps = createFakeDeps();
  const merchant = aShop(change);
  const { shop } = merchant;
  await deps.db.shops.save(merchant);
  await deps.db.connections.save(aConnection({ shop, sealedToken: deps.seal.seal(shop, "a-token") }));
  const settings = { ...deps.settings, channel };
  const text = { subject: "Please close account IR1", body: "Please close it.", reason: null };
  const input = { shop, actor: "staff-1", route: "starter-ticket", openItems: [], ...NAMED_ONLY, ...text };
  await handOver(input, { ...deps, settings });
  const ticketId = deps.db.rows().tickets[0]?.id ?? "";
  if (channel !== "assisted") await deliverTicket({ shop, ticketId }, deps);
  const request = await deps.db.closingRequests.findOpen(shop);
  if (!request) throw new Error("The request is not there.");
  const { id: requestId, reference } = request;
  const due = () => deps.db.jobs.flatMap((job) => (job.name === "check-request" ? [job] : []));
  return {
    deps,
    shop,
    requestId,
    reference,
    tell: (trigger: StatedMove, evidence: Record<string, string> = { proof: "impact.com says so." }) =>
      saveMove({ shop, reference, actor: "staff-2", trigger, evidence }, deps),
    /** What the hourly round does at this moment: every due check, once. */
    round: async (now: string) => {
      deps.clock.set(now);
      const before = due().length;
      await enqueueDueChecks(deps);
      const outcomes: string[] = [];
      for (const { data } of due().slice(before)) outcomes.push(await checkRequest(data, deps));
      return outcomes;
    },
    check: (kind: "desk" | "account") => deps.db.requestChecks.find(shop, requestId, kind),
    state: async () => (await deps.db.closingRequests.findById(shop, requestId))?.state,
    steps: async () => (await deps.db.closingRequests.events(shop, requestId)).map(({ trigger }) => trigger),
    page: async () => {
      const page = await showRequest({ shop, reference }, deps);
      if (!page) throw new Error("The request has no page.");
      return page;
    },
    mails: (purpose: string) => deps.db.rows().mails.filter((mail) => mail.purpose === purpose),
    deliver: async () => {
      for (const { id, state } of deps.db.rows().mails)
        if (state === "pending") await deliverMail({ shop, mailId: id }, deps);
      return deps.mailer.sent;
    },
    leave: async () => deps.db.shops.save({ ...merchant, uninstalledAt: deps.clock.now() }),
  };
}
