import type { DaysReport } from "#app/domain/index.ts";
import { isSome } from "./amounts.ts";

/** Diamonds on more days than these would hide the bars; the ledger shows every charge. */
const MOST_DIAMONDS = 12;

/** Whether the chart marks the days on which the card was charged. */
export const marksCards = ({ days }: DaysReport): boolean => {
  const charged = days.filter(({ card }) => isSome(card)).length;
  return charged > 0 && charged <= MOST_DIAMONDS;
};
