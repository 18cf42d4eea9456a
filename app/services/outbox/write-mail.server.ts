import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { oneMailbox } from "#app/domain/index.ts";
import type { MailRow, Work } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { messageIdFor } from "./message-id.ts";

type NewMail = Pick<MailRow, "shop" | "purpose" | "dedupeKey" | "recipient" | "locale" | "content"> & {
  requestId?: string;
  /** Its own id, where somebody is to look for it later. */
  id?: string;
};

/** Writes a mail to the outbox and enqueues its delivery, in the caller's transaction; once per dedupe key; false when it was written before. */
export async function writeMail(
  mail: NewMail,
  work: Work,
  { now, settings }: { now: Temporal.Instant; settings: Pick<ServiceSettings, "operator" | "secrets"> },
): Promise<boolean> {
  const id = mail.id ?? randomUUID();
  const isNew = await work.mails.add({
    ...mail,
    id,
    // What was recorded of the store long ago may be a field with several addresses.
    recipient: oneMailbox(mail.recipient) ?? mail.recipient,
    messageId: messageIdFor(mail.dedupeKey, settings),
    requestId: mail.requestId ?? null,
    state: "pending",
    attempts: 0,
    lastError: null,
    createdAt: now,
    sentAt: null,
    headers: null,
  });
  if (isNew) await work.enqueue({ name: "deliver-mail", data: { shop: mail.shop, mailId: id } });
  return isNew;
}
