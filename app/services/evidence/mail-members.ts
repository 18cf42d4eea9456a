import type { MailRow, TicketRow } from "#app/ports/index.ts";
import { type PackMember, textMember } from "./pack-member.ts";

/** The header lines of the ticket's e-mail, if it went by e-mail, and of the mails to the merchant about it. */
export function mailMembers(ticket: TicketRow | null, mails: MailRow[]): PackMember[] {
  const ticketHeaders = ticket?.proof?.headers;
  const sent = mails.flatMap(({ purpose, headers }, index) =>
    headers === null ? [] : [textMember(`mails/${index + 1}-${purpose}.txt`, headers)],
  );
  return ticketHeaders
    ? [textMember("mails/ticket.txt", ticketHeaders.replaceAll("\r\n", "\n")), ...sent]
    : sent;
}
