import type { DeskStatus, HelpDesk, LookUpOutcome, SubmitOutcome, TicketToSend } from "#app/ports/index.ts";

export type FakeHelpDesk = HelpDesk & {
  /** What the provider has; a lost answer leaves its ticket here. */
  tickets: TicketToSend[];
  /** Outcomes of the next calls of `submit`; when they run out it accepts. */
  next: (Exclude<SubmitOutcome, { outcome: "accepted" }> | { outcome: "lost-answer" })[];
  lookUpWith: LookUpOutcome | null;
  status: DeskStatus;
};

/** A help desk with a memory, whose answers can be lost or refused. */
export function createFakeHelpDesk(): FakeHelpDesk {
  const numberOf = ({ key }: TicketToSend) => desk.tickets.findIndex((each) => each.key === key) + 1;
  const evidence = (ticket: TicketToSend) => ({ channel: "freshdesk", ticketNumber: `${numberOf(ticket)}` });
  const desk: FakeHelpDesk = {
    kind: "freshdesk",
    tickets: [],
    next: [],
    lookUpWith: null,
    status: { outcome: "read", status: "open", said: "2", saidAt: null },
    submit: async (ticket) => {
      const planned = desk.next.shift();
      if (planned && planned.outcome !== "lost-answer") return planned;
      desk.tickets.push(ticket);
      return planned
        ? { outcome: "unknown", reason: "ECONNRESET" }
        : { outcome: "accepted", evidence: evidence(ticket) };
    },
    lookUp: async (ticket) => {
      if (desk.lookUpWith) return desk.lookUpWith;
      return numberOf(ticket) > 0 ? { outcome: "found", evidence: evidence(ticket) } : { outcome: "absent" };
    },
    readStatus: async () => desk.status,
  };
  return desk;
}
