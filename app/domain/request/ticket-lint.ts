import { announcesSecret, holdsSecret, joinedGroups } from "./secret-in-text.ts";

/** impact.com's ticket form takes a subject of 140 characters (domain.md 4.2); our reference is added to it. */
export const MAX_SUBJECT = 120;
export const MAX_BODY = 10_000;

const LONGEST = { subject: MAX_SUBJECT, body: MAX_BODY, reason: MAX_BODY };

export type TicketFinding = {
  field: "subject" | "body" | "reason";
  problem: "empty" | "too-long" | "line-break" | "card-number" | "token";
};

/** Groups of digits with at most one blank or dash between them, as card numbers are written; dots belong to action ids. */
const DIGIT_RUN = /\d+(?:[ -]\d+)*/g;
const isCardLength = (digits: string): boolean => digits.length >= 13 && digits.length <= 19;

/**
 * What must never leave in a ticket: neighbouring groups of 13 to 19 digits together that pass the card checksum. Marks
 * that sit on a character go first: thousands of them in a row are put in order one by one when a text is normalised.
 */
function hasCardNumber(text: string): boolean {
  const runs = text.replaceAll(/\p{M}/gu, "").normalize("NFKC").match(DIGIT_RUN) ?? [];
  return runs.some((run) => {
    const groups = run.split(/[ -]/);
    return groups.some((_, start) => startsCard(groups, start));
  });
}

/** Looks at 19 groups at most, because each has a digit. */
function startsCard(groups: readonly string[], start: number): boolean {
  let digits = "";
  for (let at = start; at < groups.length; at += 1) {
    digits += groups[at];
    if (digits.length > 19) return false;
    if (isCardLength(digits) && passesLuhn(digits)) return true;
  }
  return false;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Reads a ticket as its receiver would; an empty list means it may go. `secrets` are this store's own, which must stand in
 * no text whatever stands around them.
 */
export function lintTicket(
  ticket: { subject: string; body: string; reason: string | null },
  secrets: readonly string[] = [],
): TicketFinding[] {
  const findings: TicketFinding[] = [];
  const add = (field: TicketFinding["field"], problem: TicketFinding["problem"]) =>
    findings.push({ field, problem });
  // What is too long is refused for that, and looked at no further.
  const fields = (["subject", "body", "reason"] as const).filter((field) => {
    const isTooLong = (ticket[field] ?? "").length > LONGEST[field];
    if (isTooLong) add(field, "too-long");
    return !isTooLong;
  });
  for (const field of fields) {
    const text = ticket[field] ?? "";
    if (field !== "reason" && text.trim() === "") add(field, "empty");
    if (field === "subject" && /[\r\n]/.test(text)) add(field, "line-break");
    if (hasCardNumber(joinedGroups(text))) add(field, "card-number");
    if (announcesSecret(text) || holdsSecret(text, secrets)) add(field, "token");
  }
  return findings;
}
