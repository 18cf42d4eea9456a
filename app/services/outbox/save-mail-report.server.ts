import { type AddressNews, failureVerdict, isSameMailbox } from "#app/domain/index.ts";
import type { MailReport, ReportedEvent } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { noteNews } from "./save-mail-events.server.ts";

export type SaveReportOutcome =
  | { outcome: "recorded"; suppressed: number }
  | { outcome: "not-about-our-mail" };

/**
 * Believes a bounce or complaint that came as a message only when it brings along the Message-ID of a mail of ours to
 * that very address: anybody can write to the sender's mailbox, and must not silence a merchant by it. Where it names
 * no address, the Message-ID tells whose it is: a mail of ours goes to one mailbox.
 */
export async function saveMailReport(
  { events, about }: MailReport,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<SaveReportOutcome> {
  const mails = await deps.db.mails.withMessageIds(about);
  const recipients = [...new Set(mails.map(({ recipient }) => recipient))];
  const ours = events.flatMap((event) => {
    const recipient = recipientOf(event, recipients);
    return recipient === undefined ? [] : [{ recipient, news: newsOf(event) }];
  });
  if (ours.length === 0) return { outcome: "not-about-our-mail" };
  const suppressed = await deps.db.transact(async (work) => {
    let count = 0;
    for (const { recipient, news } of ours) if (await noteNews(recipient, news, work, deps)) count += 1;
    return count;
  });
  return { outcome: "recorded", suppressed };
}

function recipientOf({ addresses }: ReportedEvent, recipients: string[]): string | undefined {
  if (addresses.length === 0) return recipients.length === 1 ? recipients[0] : undefined;
  return recipients.find((recipient) => addresses.some((address) => isSameMailbox(address, recipient)));
}

function newsOf(event: ReportedEvent): AddressNews {
  if (event.type === "complaint") return "complaint";
  return event.type === "delivery" ? "delivered" : failureVerdict(event.failure);
}
