import type { FeeRangeJson } from "#app/domain/index.ts";
import type { Translator } from "#app/messages/translator.ts";

type Words = Pick<Translator, "t" | "money">;

/** The month of a sign-up on the 1st, of which nobody knows whether it has a fee (G4). */
export const isMaybe = ({ method }: { method: { id: string } }): boolean =>
  method.id === "core.preview.method.maybe";

/** From low to high; one amount where the two are the same, and "at least" where there is no highest. */
export function feeRange({ low, high }: FeeRangeJson, currency: string, { t, money }: Words): string {
  if (high === null) return t("common.atLeast", { amount: money(low, currency) });
  if (high === low) return money(low, currency);
  return t("common.range", { low: money(low, currency), high: money(high, currency) });
}
