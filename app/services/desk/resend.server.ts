import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { type By, noteDeed } from "./deed.ts";
import { caseOf } from "./find-case.server.ts";

type ResendDeps = Pick<Deps, "db" | "clock">;
export type ResendCaseOutcome =
  | { outcome: "begun"; shop: string; ticket: boolean; mails: number }
  | { outcome: "unknown-case" };

/** Begins anew, now, with what of a case was not sent: its ticket and its mails. What got through is not sent twice. */
export async function resendCase(
  { reference, by }: { reference: string; by: By },
  deps: ResendDeps,
): Promise<ResendCaseOutcome> {
  const request = await caseOf(reference, deps);
  if (!request) return { outcome: "unknown-case" };
  const { shop, id } = request;
  return deps.db.transact(async (work) => {
    const ticket = await work.tickets.findByRequest(shop, id);
    const open = ticket !== null && ticket.settledAt === null;
    if (open) await work.enqueue({ name: "deliver-ticket", data: { shop, ticketId: ticket.id } });
    const mails = (await work.mails.ofRequest(shop, id)).filter(({ state }) => state === "pending");
    for (const { id: mailId } of mails) await work.enqueue({ name: "deliver-mail", data: { shop, mailId } });
    const detail = { reference, ticket: open ? "1" : "0", mails: String(mails.length) };
    await noteDeed({ shop, verb: "resend", by, detail }, work, deps.clock.now());
    return { outcome: "begun", shop, ticket: open, mails: mails.length };
  });
}

/** The same for every mail of a store that was not sent. */
export async function resendStore(
  { shop, by }: { shop: string; by: By },
  { db, clock }: ResendDeps,
): Promise<{ mails: number }> {
  return db.transact(async (work) => {
    const mails = await work.mails.pending(shop);
    for (const { id: mailId } of mails) await work.enqueue({ name: "deliver-mail", data: { shop, mailId } });
    await noteDeed({ shop, verb: "resend", by, detail: { mails: String(mails.length) } }, work, clock.now());
    return { mails: mails.length };
  });
}

export type ResendMailOutcome = "begun" | "unknown-mail" | "was-sent";

/**
 * Sends one mail again, also one that was dropped. `again`: also one that was sent, under the same Message-ID. A mailbox
 * that is suppressed gets nothing for all that: the sending looks.
 */
export async function resendMail(
  { shop, mailId, again, by }: { shop: string; mailId: string; again: boolean; by: By },
  { db, clock }: ResendDeps,
): Promise<ResendMailOutcome> {
  return db.transact(async (work) => {
    const mail: MailRow | null = await work.mails.findById(shop, mailId);
    if (!mail) return "unknown-mail";
    if (mail.state === "sent" && !again) return "was-sent";
    if (mail.state !== "pending") await work.mails.revive(shop, mailId);
    await work.enqueue({ name: "deliver-mail", data: { shop, mailId } });
    const detail = { mail: mailId, was: mail.state };
    await noteDeed({ shop, verb: "resend", by, detail }, work, clock.now());
    return "begun";
  });
}
