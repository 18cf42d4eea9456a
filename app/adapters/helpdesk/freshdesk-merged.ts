import { z } from "zod";
import type { DeskAnswer, DeskCall } from "./desk-http.server.ts";

const note = z.object({ body_text: z.string(), incoming: z.literal(false) });
const PAGE = 100;
/** A ticket of ours has a handful of messages; past as many as these the note is not looked for. */
const MAX_PAGES = 5;
/** What Freshdesk writes into a ticket that an agent joins with another; the number of that one follows. */
const MERGED_WORDS = "this ticket is closed and merged into ticket";
/** The note is a sentence; a longer text that holds these words speaks of them. */
const MAX_NOTE = 300;
/** The key may not see them: then nothing can be told. */
const NOT_SHOWN = [403, 404];

/**
 * Whether a closed ticket was joined with another. Freshdesk shows no sign of it but the note it leaves, by itself and in
 * English; an agent can write another one. `unreachable` when the desk could not be asked.
 */
export async function wasMerged(
  ticketNumber: string,
  call: (call: DeskCall) => Promise<DeskAnswer>,
): Promise<boolean | "unreachable"> {
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ per_page: String(PAGE), page: String(page) });
    const path = `/api/v2/tickets/${encodeURIComponent(ticketNumber)}/conversations?${query}`;
    const answer = await call({ method: "GET", path });
    if (answer.outcome !== "answered") return "unreachable";
    if (NOT_SHOWN.includes(answer.status)) return false;
    if (answer.status !== 200 || !Array.isArray(answer.body)) return "unreachable";
    if (answer.body.some(saysMerged)) return true;
    if (answer.body.length < PAGE) return false;
  }
  return false;
}

/** What came in is the merchant's own and proves nothing. */
function saysMerged(row: unknown): boolean {
  const text = note.safeParse(row).data?.body_text ?? "";
  return text.slice(0, MAX_NOTE).toLowerCase().includes(MERGED_WORDS);
}
