import type { Bound, BoundedAmount } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";
import { isSome } from "./amounts.ts";

/** Nothing is never "about" nothing: an estimate of zero is said as it is. */
export const shownBound = (amount: string, bound: Bound | "exactly") =>
  bound === "about" && !isSome(amount) ? "exactly" : bound;

/** An amount with how surely it is meant, as one piece of text. */
export const bounded = (
  { amount, bound }: BoundedAmount,
  currency: string,
  { t, money }: Pick<Translator, "t" | "money">,
): string => t(`common.${shownBound(amount, bound)}`, { amount: money(amount, currency) });

/** What Settled works out for itself, such as a charge to the card; rows that could not be read may add to it. */
export const estimate = (amount: string, isLeast: boolean): BoundedAmount => ({
  amount,
  bound: isLeast ? "atLeastAbout" : "about",
});
