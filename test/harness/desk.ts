import type { Temporal } from "temporal-polyfill";
import type { DeskStatus, HelpDesk, SubmitOutcome, TicketToSend } from "#app/ports/index.ts";
import { createFakeHelpDesk } from "#test/fakes/help-desk.ts";

type Status = Extract<DeskStatus, { outcome: "read" }>["status"];
/** Every word the desk ever said of a ticket; `said` is never the same twice. */
export type Spoken = { ticketNumber: string; status: Status; said: string };

/** A ticket may be on its way for nearly as long as an attempt counts as under way. */
export const LONGEST_WAY_SECONDS = 110;

/**
 * A help desk whose answers get lost, whose tickets arrive after we stopped waiting, and whose staff says this and that
 * about them.
 */
export function createPlayedDesk(now: () => Temporal.Instant, outages: { mail: boolean }) {
  const fake = createFakeHelpDesk();
  const coming: { ticket: TicketToSend; at: Temporal.Instant }[] = [];
  const spoken: Spoken[] = [];
  const missing = new Set<string>();
  const plan: { next: "lost-answer" | { lateBySeconds: number } | "refused" | null } = { next: null };
  const arrive = (all = false) => {
    const due = coming.filter(({ at }) => all || at.epochMilliseconds <= now().epochMilliseconds);
    for (const each of due) {
      coming.splice(coming.indexOf(each), 1);
      fake.tickets.push(each.ticket);
    }
  };
  const unreachable = { outcome: "unreachable" as const, reason: "503" };
  const helpDesk: HelpDesk = {
    kind: fake.kind,
    submit: async (ticket): Promise<SubmitOutcome> => {
      if (outages.mail) return { outcome: "not-accepted", reason: "503" };
      const { next } = plan;
      plan.next = null;
      if (next === "refused") return { outcome: "refused", reason: "422" };
      if (next === null || next === "lost-answer") {
        if (next) fake.next.push({ outcome: next });
        return fake.submit(ticket);
      }
      coming.push({ ticket, at: now().add({ seconds: next.lateBySeconds }) });
      return { outcome: "unknown", reason: "timeout" };
    },
    lookUp: async (ticket) => {
      if (outages.mail) return unreachable;
      arrive();
      return fake.lookUp(ticket);
    },
    readStatus: async (ticketNumber) => {
      if (outages.mail) return unreachable;
      if (missing.has(ticketNumber)) return { outcome: "missing" };
      const last = spoken.findLast((each) => each.ticketNumber === ticketNumber);
      return { outcome: "read", status: last?.status ?? "open", said: last?.said ?? "new", saidAt: null };
    },
  };
  return {
    helpDesk,
    tickets: fake.tickets,
    spoken,
    plan,
    /** What was on its way is here, and no ticket is hidden from us. */
    calm: () => {
      plan.next = null;
      missing.clear();
      arrive(true);
    },
    numberOf: (key: string): string | null => {
      const index = fake.tickets.findIndex((ticket) => ticket.key === key);
      return index < 0 ? null : String(index + 1);
    },
    say: (ticketNumber: string, status: Status) => {
      spoken.push({ ticketNumber, status, said: `${status} #${spoken.length}` });
    },
    hide: (ticketNumber: string) =>
      missing.has(ticketNumber) ? missing.delete(ticketNumber) : missing.add(ticketNumber),
  };
}
