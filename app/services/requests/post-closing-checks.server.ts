import { isAboutAccount } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { writeMail } from "../outbox/write-mail.server.ts";
import { probeAccount } from "./probe-account.server.ts";
import { type RequestNow, requestNow } from "./request-now.server.ts";

/**
 * What is due in the days after a closing: the mail about a late refund (E5), the question about another charge, and
 * one look whether impact.com still takes the key. When the time is over nothing is asked any more, and a store that
 * left keeps no key.
 */
export async function runPostClosingChecks(
  input: { shop: string; requestId: string },
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal" | "settings">,
): Promise<string> {
  const found = await requestNow(input, deps);
  if (!found?.after) return "not closed";
  if (found.after.over) {
    await deps.db.transact(async (work) => {
      await work.requestChecks.remove(input.shop, input.requestId, "account");
      if (found.shop.uninstalledAt && (await isAboutAccount(found.request, work)))
        await work.connections.destroyToken(input.shop);
    });
    return "over";
  }
  await writeDueMails(found, found.after.closedOn.toString(), deps);
  return probeAccount(found, deps);
}

/** Each goes out once a closing. */
async function writeDueMails(
  { shop, request, clock }: RequestNow,
  closedOn: string,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<void> {
  const recipient = shop.contactEmail;
  if (!recipient || shop.mailStoppedAt) return;
  const due = [
    ...(clock.refundLate ? (["refund-late"] as const) : []),
    ...(clock.askChargeNow ? (["charge-question"] as const) : []),
  ];
  const context = { now: deps.clock.now(), settings: deps.settings };
  for (const purpose of due) {
    const mail = {
      shop: shop.shop,
      purpose,
      dedupeKey: `${purpose}:${request.id}:${closedOn}`,
      recipient,
      locale: shop.locale,
      content: { closedOn },
      requestId: request.id,
    };
    await deps.db.transact((work) => writeMail(mail, work, context));
  }
}
