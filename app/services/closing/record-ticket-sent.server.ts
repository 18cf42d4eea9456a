import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { MailRecord, Work } from "#app/ports/index.ts";
import type { ServiceSettings } from "../deps.ts";
import { writeMail } from "../mail/write-mail.server.ts";

const content = z.object({ subject: z.string(), body: z.string(), replyTo: z.string().nullable() });

/**
 * The channel accepted the ticket: the request becomes "sent" with the proof we have, and the merchant gets a receipt.
 * Runs in the transaction that marks the mail as sent.
 */
export async function recordTicketSent(
  mail: MailRecord,
  work: Work,
  { now, settings }: { now: Temporal.Instant; settings: ServiceSettings },
): Promise<void> {
  if (!mail.requestId) return;
  const request = await work.closings.findById(mail.shop, mail.requestId);
  if (request?.state !== "ready") return;
  await work.closings.move(mail.shop, request.id, {
    trigger: "channel-accepted",
    fromState: request.state,
    toState: "sent",
    actor: "settled",
    evidence: { channel: "e-mail", to: mail.recipient, messageId: mail.messageId },
    at: now,
  });
  const { subject, body, replyTo } = content.parse(mail.content);
  if (!replyTo) return;
  const shop = await work.shops.find(mail.shop);
  const receipt = {
    shop: mail.shop,
    purpose: "closing-receipt" as const,
    dedupeKey: `closing-receipt:${request.id}`,
    recipient: replyTo,
    locale: shop?.locale ?? "en",
    content: {
      reference: request.reference,
      sentAt: now.toString(),
      timeZone: shop?.timeZone ?? "UTC",
      supportAddress: mail.recipient,
      subject,
      body,
    },
    requestId: request.id,
  };
  await writeMail(receipt, work, { now, settings });
}
