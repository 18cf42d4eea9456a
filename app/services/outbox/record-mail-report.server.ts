import type { MailReport } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { mailEventsSchema, recordMailEvents } from "./record-mail-events.server.ts";

export type RecordReportOutcome =
  | { outcome: "recorded"; suppressed: number }
  | { outcome: "not-about-our-mail" };

/**
 * Believes a bounce or complaint that came as a message only when it brings along the Message-ID of a mail of ours to
 * that very address: anybody can write to the sender's mailbox, and must not silence a merchant by it.
 */
export async function recordMailReport(
  { events, about }: MailReport,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<RecordReportOutcome> {
  const mails = await deps.db.mails.withMessageIds(about);
  const recipients = new Set(mails.map(({ recipient }) => recipient.toLowerCase()));
  const ours = mailEventsSchema.safeParse({
    events: events.filter(({ address }) => recipients.has(address.toLowerCase())),
  });
  if (!ours.success || ours.data.events.length === 0) return { outcome: "not-about-our-mail" };
  return { outcome: "recorded", suppressed: await recordMailEvents(ours.data, deps) };
}
