import { dayOf, nextDay } from "#sandbox/impact/derive/days.ts";
import { feesOf } from "#sandbox/impact/derive/fees.ts";
import { hasDecimals, toMinor } from "#sandbox/impact/derive/minor.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

type LedgerKind = "card" | "partner-cost" | "fee";

/** One movement of the funding account; amounts in minor units, negative = deduction. */
export interface LedgerLine {
  on: string;
  kind: LedgerKind;
  amount: number;
  balance: number;
}

export interface Ledger {
  lines: readonly LedgerLine[];
  balance: number;
  everCharged: boolean;
}

/** Below this total owed the card is not charged (G6): 30, or where that is next to nothing the minimum fee. */
const MINIMUM_CHARGE = 3_000;
const minimumCharge = ({ account }: AccountView): number => {
  const { currency, minimumFee } = account.seed.account;
  return hasDecimals(currency) ? MINIMUM_CHARGE : toMinor(minimumFee ?? "0");
};

interface DayMoves {
  newCost: number;
  reversed: number;
  newFee: number;
  lockedCost: number;
  settledFee: number;
}

/**
 * The sandbox's own book of an account's funding account up to today, by the rules of S3: what is newly owed, then
 * the card, then deductions. It is kept simple on purpose, as a second opinion to the app's ledger.
 */
export function ledgerOf(view: AccountView): Ledger {
  const lines: LedgerLine[] = [];
  let balance = 0;
  let owed = 0;
  let dueCost = 0;
  let dueFee = 0;
  const least = minimumCharge(view);
  const move = (on: string, kind: LedgerKind, amount: number) => {
    if (amount === 0) return;
    balance += amount;
    if (kind !== "card") owed += amount;
    lines.push({ on, kind, amount, balance });
  };
  for (const [on, day] of movesByDay(view)) {
    owed += day.newCost + day.newFee - day.reversed;
    if (owed > balance && owed >= least) move(on, "card", owed - balance);
    dueFee += day.settledFee;
    dueCost += day.lockedCost;
    const fee = Math.min(dueFee, balance);
    dueFee -= fee;
    move(on, "fee", -fee);
    const cost = Math.min(dueCost, balance);
    dueCost -= cost;
    move(on, "partner-cost", -cost);
  }
  return { lines, balance, everCharged: lines.some((line) => line.kind === "card") };
}

function movesByDay(view: AccountView): [string, DayMoves][] {
  const days = new Map<string, DayMoves>();
  const on = (day: string): DayMoves => {
    const moves = days.get(day) ?? { newCost: 0, reversed: 0, newFee: 0, lockedCost: 0, settledFee: 0 };
    days.set(day, moves);
    return moves;
  };
  for (const row of view.actions) {
    const payout = toMinor(row.source.file.payout);
    on(row.source.file.trackedOn).newCost += payout;
    if (row.reversedMs !== null) on(dayOf(row.reversedMs, view.timeZone)).reversed += payout;
    if (row.state === "APPROVED" && row.locksOn !== null) on(row.locksOn).lockedCost += payout;
  }
  for (const [day, fee] of feesOf(view)) {
    on(day).newFee += fee;
    if (nextDay(day) <= view.today) on(nextDay(day)).settledFee += fee;
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}
