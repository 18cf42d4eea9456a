import { join } from "node:path";
import type { Address } from "postal-mime";
import { z } from "zod";
import type { Mail } from "#sandbox/mail/store.ts";
import { openJsonFile } from "#sandbox/storage/open-json-file.ts";

const person = z.object({ name: z.string(), address: z.string() });

export const PUT_AWAY = ["deleted", "spam", "merged", "archived"] as const;

const ticket = z.object({
  /** Such as HD-10001. */
  number: z.string(),
  status: z.enum(["new", "acknowledged", "waiting", "closed"]),
  /** Which way it came: by mail, or over one of the desk's APIs. */
  channel: z.enum(["mail", "freshdesk", "zendesk"]).default("mail"),
  tags: z.array(z.string()).default([]),
  externalId: z.string().nullable().default(null),
  messageId: z.string().nullable(),
  /** Sandbox time of the first receipt. */
  receivedAt: z.string(),
  receivedCount: z.number().int().positive(),
  /** Null for a ticket that came over an API. */
  mailId: z.string().nullable(),
  from: person,
  replyTo: person,
  subject: z.string(),
  text: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
  attachments: z.array(z.object({ filename: z.string(), mimeType: z.string(), bytes: z.number() })),
  /** When the requester gave what was asked for. */
  resumedAt: z.string().nullable().default(null),
  /** What became of it besides its status: an agent deleted it, took it for spam, joined it with another or archived it. */
  putAway: z.enum(PUT_AWAY).nullable().default(null),
  replies: z.array(
    z.object({ at: z.string(), kind: z.enum(["acknowledgement", "question", "answer"]), text: z.string() }),
  ),
});
export type Ticket = z.infer<typeof ticket>;

/** Sandbox time at which the ticket was last touched. */
export const lastMoved = ({ resumedAt, replies, receivedAt }: Ticket): string =>
  [receivedAt, ...replies.map(({ at }) => at), ...(resumedAt ? [resumedAt] : [])].sort().at(-1) ?? receivedAt;

const deskState = z.object({ nextNumber: z.number().int(), tickets: z.array(ticket) });

export type ApiTicket = Pick<
  Ticket,
  "channel" | "receivedAt" | "from" | "subject" | "text" | "tags" | "externalId"
>;

export interface Tickets {
  /** Newest first. */
  list(): readonly Ticket[];
  find(number: string): Ticket | undefined;
  /** The same Message-ID is the same ticket, however often it arrives. */
  receive(mail: Mail): Ticket;
  /** A ticket that came over an API: every call is a new one, as with the real desks. */
  open(ticket: ApiTicket): Ticket;
  change(number: string, apply: (ticket: Ticket) => void): void;
  reset(): void;
}

const personOf = (address: Address | undefined, otherwise: string) => ({
  name: address?.name ?? "",
  address: address?.address ?? otherwise,
});

/** The help desk's tickets, in `<dataDir>/sandbox/helpdesk.json`. */
export function openTickets(dataDir: string): Tickets {
  const file = openJsonFile(join(dataDir, "sandbox", "helpdesk.json"), deskState, () => ({
    nextNumber: 10_001,
    tickets: [],
  }));
  const find = (number: string) => file.value.tickets.find((t) => t.number === number);

  return {
    list: () => file.value.tickets.toReversed(),
    find,
    receive({ entry, email }) {
      const known = entry.messageId && file.value.tickets.find((t) => t.messageId === entry.messageId);
      if (known) {
        file.change(() => {
          known.receivedCount += 1;
        });
        return known;
      }
      const from = personOf(email.from, entry.from);
      return file.change((state) => {
        const opened: Ticket = {
          number: `HD-${state.nextNumber}`,
          status: "new",
          channel: "mail",
          tags: [],
          externalId: null,
          messageId: entry.messageId,
          receivedAt: entry.receivedAt,
          receivedCount: 1,
          mailId: entry.id,
          from,
          replyTo: email.replyTo?.[0] ? personOf(email.replyTo[0], from.address) : from,
          subject: entry.subject,
          text: email.text ?? "",
          headers: email.headers.map(({ key, value }) => ({ key, value })),
          attachments: email.attachments.map(({ filename, mimeType, content }) => ({
            filename: filename ?? "",
            mimeType,
            bytes: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
          })),
          resumedAt: null,
          putAway: null,
          replies: [],
        };
        state.nextNumber += 1;
        state.tickets.push(opened);
        return opened;
      });
    },
    open: (ticket) =>
      file.change((state) => {
        const opened: Ticket = {
          ...ticket,
          number: `HD-${state.nextNumber}`,
          status: "new",
          messageId: null,
          receivedCount: 1,
          mailId: null,
          replyTo: ticket.from,
          headers: [],
          attachments: [],
          resumedAt: null,
          putAway: null,
          replies: [],
        };
        state.nextNumber += 1;
        state.tickets.push(opened);
        return opened;
      }),
    change(number, apply) {
      const found = find(number);
      if (found) file.change(() => apply(found));
    },
    reset: file.reset,
  };
}
