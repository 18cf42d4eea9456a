import type { AccountFileJson } from "#app/domain/index.ts";

/** The five figures of S3's table on one day, in cents. */
export type Cells = {
  date: string;
  opening: number;
  payable: number;
  deduction: number;
  card: number;
  closing: number;
};

/** What each edition charges, in cents, typed off the help pages (S3, H3, H4). */
const EDITIONS = {
  starter: { least: 3_000, rate: 0.025, of: "amount", included: 0, buffer: 0, tests: "owed" },
  "starter-agency": { least: 3_000, rate: 0.2, of: "payout", included: 0, buffer: 5_000, tests: "missing" },
  essentials: { least: 50_000, rate: 0.2, of: "payout", included: 250_000, buffer: 5_000, tests: "missing" },
} as const;
const MINIMUM_CHARGE = 3_000;

const cents = (text: string): number => Math.round(Number(text) * 100);
const nextDay = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const monthBefore = (iso: string): string =>
  new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7);

/** What one action does: owed on one day, no longer owed on another, or deducted on its locking day. */
type Move = {
  tracked: string;
  reversed: string | null;
  locks: string | null;
  payout: number;
  amount: number;
};

function movesOf({ actions }: AccountFileJson, on: string): Move[] {
  return (actions ?? []).flatMap((action): Move[] => {
    const { state, trackedOn, locksOn, reversedOn, clearedOn } = action;
    if (trackedOn > on) return [];
    const money = { payout: cents(action.payout), amount: cents(action.amount) };
    if (state === "REVERSED" && (reversedOn === null || reversedOn <= on)) {
      if (reversedOn === null || reversedOn <= trackedOn) return [];
      return [{ tracked: trackedOn, reversed: reversedOn, locks: null, ...money }];
    }
    const approved = state === "APPROVED" ? trackedOn : null;
    const planned = locksOn ?? clearedOn ?? approved;
    const locks = clearedOn !== null && planned !== null && clearedOn < planned ? clearedOn : planned;
    return [{ tracked: trackedOn, reversed: null, locks, ...money }];
  });
}

/**
 * The funding account of a file in US dollars, day by day up to `on`, reckoned from the sentences of S3 alone: nothing of
 * the core is used, sums are made anew for each day, and nothing is fast.
 */
export function reckon(file: AccountFileJson, on: string): Cells[] {
  const { edition, signedUpOn, fundingBalance } = file;
  const rules = EDITIONS[edition];
  if (file.currency !== "USD" || !fundingBalance)
    throw new Error("This reckoning needs dollars and a balance.");
  const least = file.minimumFee === null ? rules.least : cents(file.minimumFee);
  const moves = movesOf(file, on);
  const of = (key: "payout" | "amount", is: (move: Move) => boolean) =>
    moves.filter(is).reduce((total, move) => total + move[key], 0);

  const signUpMonth = signedUpOn.slice(0, 7);
  /** The fee charged on a 1st for the month before it; the first covers what locked since sign-up too. */
  const feeChargedOn = (day: string): number => {
    const month = monthBefore(day);
    if (!day.endsWith("-01") || month <= signUpMonth) return 0;
    const isFirst = monthBefore(`${month}-01`) === signUpMonth;
    const base = of(rules.of, ({ locks }) => {
      if (locks === null || locks < signedUpOn) return false;
      return locks.startsWith(month) || (isFirst && locks.startsWith(signUpMonth));
    });
    const share = Math.round(Math.max(0, base - rules.included) * rules.rate);
    return edition === "essentials" ? least + share : Math.max(least, share);
  };

  const { asOf } = fundingBalance;
  let balance = cents(fundingBalance.amount);
  let owed =
    of("payout", ({ tracked }) => tracked < asOf) -
    of("payout", ({ reversed }) => reversed !== null && reversed < asOf) -
    of("payout", ({ locks }) => locks !== null && locks < asOf);
  let hadCosts = moves.some(({ tracked, payout }) => tracked < asOf && payout > 0);
  let due = 0;
  const days: Cells[] = [];
  for (let day = asOf, feeOfYesterday = 0; day <= on; day = nextDay(day)) {
    const fee = feeChargedOn(day);
    const tracked = of("payout", (move) => move.tracked === day);
    owed += tracked - of("payout", ({ reversed }) => reversed === day) + fee;
    hadCosts ||= tracked > 0 || fee > 0;
    const missing = owed + (hadCosts ? rules.buffer : 0) - balance;
    const tested = rules.tests === "owed" ? owed : missing;
    const card = missing > 0 && tested >= Math.min(MINIMUM_CHARGE, least) ? missing : 0;
    due += of("payout", ({ locks }) => locks === day) + feeOfYesterday;
    const deduction = Math.max(0, Math.min(due, balance + card));
    const opening = balance;
    balance += card - deduction;
    days.push({
      date: day,
      opening,
      payable: Math.max(0, owed - opening),
      deduction,
      card,
      closing: balance,
    });
    owed -= deduction;
    due -= deduction;
    feeOfYesterday = fee;
  }
  return days;
}
