import type { StatementDayJson } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { isSome } from "./amounts.ts";

/** Notes of the core that say what no column and no event of the day says. */
const OWN_WORDS = new Set([
  "core.statement.signedUp",
  "core.statement.fullMonthStarts",
  "core.statement.maybeFirstFee",
  "core.statement.covered",
  "core.statement.heldBack",
  "core.statement.restOwed",
  "core.statement.stillToCollect",
]);

/** What happened on a day, each thing in a few words with its amount. */
export function dayWords(
  day: StatementDayJson,
  currency: string,
  { t, money, note, monthName }: Pick<Translator, "t" | "money" | "note" | "monthName">,
): string[] {
  const words: string[] = [];
  const say = (amount: string | null, write: (text: string) => string) => {
    if (amount !== null && isSome(amount)) words.push(write(money(amount, currency)));
  };
  const covered = monthName(monthBefore(day.date));
  say(day.commissions, (amount) => t("ledger.event.commissions", { amount }));
  say(day.fee, (amount) => t("ledger.event.fee", { month: covered, amount }));
  say(day.feeDeducted, (amount) => t("ledger.event.feeDeducted", { month: covered, amount }));
  say(day.locking, (amount) => t("ledger.event.locking", { amount }));
  say(day.reversed, (amount) => t("ledger.event.reversed", { amount }));
  // Where the card paid all of it there is nothing the balance covered.
  if (isSome(day.covered)) say(day.covered, (amount) => t("ledger.event.covered", { amount }));
  for (const each of day.notes) if (OWN_WORDS.has(each.id)) words.push(note(each));
  return words;
}

/** A fee is charged on the 1st and deducted on the 2nd, for the month before. */
function monthBefore(iso: string): string {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
