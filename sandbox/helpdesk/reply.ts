import { createTransport } from "nodemailer";
import type { Temporal } from "temporal-polyfill";
import type { DeskText } from "./text.ts";
import type { Ticket, Tickets } from "./tickets.ts";

export interface ReplyDeps {
  readonly tickets: Tickets;
  readonly clock: { now(): Temporal.Instant };
  readonly smtpPort: number;
  /** The desk's own address, sender of its replies. */
  readonly address: string;
}

export type ReplyOutcome =
  | { readonly outcome: "sent" }
  /** Already acknowledged or closed: pressing the button twice sends one mail. */
  | { readonly outcome: "done-before" }
  | { readonly outcome: "not-sent"; readonly reason: string };

const next = { acknowledgement: "acknowledged", question: "waiting", answer: "closed" } as const;

/** Mails the requester in the thread of the request, then moves the ticket on. A failed mail changes nothing. */
export async function replyTo(
  ticket: Ticket,
  reply: { readonly kind: keyof typeof next; readonly text: string },
  t: DeskText,
  { tickets, clock, smtpPort, address }: ReplyDeps,
): Promise<ReplyOutcome> {
  if (ticket.status === next[reply.kind] || ticket.status === "closed") return { outcome: "done-before" };
  const text = t(`mail.${reply.kind}`, { number: ticket.number, text: reply.text });
  const transport = createTransport({
    host: "127.0.0.1",
    port: smtpPort,
    ignoreTLS: true,
    greetingTimeout: 5000,
    socketTimeout: 5000,
  });
  try {
    await transport.sendMail({
      from: address,
      to: ticket.replyTo.address,
      subject: `Re: ${ticket.subject} [${ticket.number}]`,
      date: new Date(clock.now().epochMilliseconds),
      text,
      ...(ticket.messageId ? { inReplyTo: ticket.messageId, references: [ticket.messageId] } : {}),
    });
  } catch (cause) {
    return { outcome: "not-sent", reason: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    transport.close();
  }
  tickets.change(ticket.number, (changed) => {
    changed.status = next[reply.kind];
    changed.replies.push({ at: clock.now().toString(), kind: reply.kind, text });
  });
  return { outcome: "sent" };
}
