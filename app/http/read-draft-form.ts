import { z } from "zod";
import { readDate } from "#app/domain/index.ts";
import type { DraftContent } from "#app/ports/index.ts";
import { textHash } from "#app/services/drafts/text-hash.ts";
import type { TicketChoices } from "#app/services/drafts/ticket-lines.ts";
import { readRequestForm } from "./read-request-form.ts";

const MOST_SAVES = 1_000_000_000;
const key = z.string().min(1).max(200);
const seen = z.coerce.number().int().min(0).max(MOST_SAVES);
const choice = z.object({ asideId: key, take: z.enum(["aside", "current"]), seen });
const save = z.object({ saveKey: key, seen });

export type DraftForm =
  | ({ intent: "save"; content: DraftContent } & z.infer<typeof save>)
  | ({ intent: "choose" } & z.infer<typeof choice>);

/** A draft to save, or a choice between two versions; null for what no form of ours sends. */
export function readDraftForm(data: FormData): DraftForm | null {
  const fields = Object.fromEntries([...data].filter(([, value]) => typeof value === "string"));
  if (data.get("intent") === "choose") {
    const chosen = choice.safeParse(fields);
    return chosen.success ? { intent: "choose", ...chosen.data } : null;
  }
  const read = save.safeParse(fields);
  return read.success ? { intent: "save", ...read.data, content: readContent(data) } : null;
}

/** What the form holds. A text that is left out, or is still the one Settled put there, is not the merchant's own. */
export function readContent(data: FormData): DraftContent {
  const { subject, body, reason } = readRequestForm(data);
  const isOwn = (name: "subject" | "body", text: string) =>
    !data.has(name) || textHash(text) === data.get(`${name}Mark`);
  return {
    subject: isOwn("subject", subject) ? null : subject,
    body: isOwn("body", body) ? null : body,
    reason,
    wantedOn: readDay(data, "wantedOn"),
    claimRefund: data.get("leaveOutRefund") !== "yes",
    byHand: data.get("byHand") === "yes",
  };
}

/** The choices the text in the form was shown with, and the mark of Settled's own; null for a form that says none. */
export function readShown(data: FormData): { choices: TicketChoices; bodyHash: string } | null {
  const bodyHash = data.get("bodyMark");
  if (typeof bodyHash !== "string" || bodyHash === "") return null;
  const wantedOn = readDay(data, "shownWantedOn");
  return { choices: { wantedOn, claimRefund: data.get("shownLeaveOutRefund") !== "yes" }, bodyHash };
}

const readDay = (data: FormData, name: string) => readDate(String(data.get(name) ?? ""))?.toString() ?? null;
