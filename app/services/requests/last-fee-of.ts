import type { Temporal } from "temporal-polyfill";
import { isoDay, lastFee, lastFeeDay, parseDay, type StandingFee, toDay } from "#app/domain/index.ts";
import { type AccountView, paysKnownFee } from "../account/load-account.server.ts";

/** The last charge to expect of a closed account: without it a merchant would take it for one after the closing. */
export function lastFeeOf(
  { assembled, today: on, ...view }: AccountView,
  closedOn: Temporal.PlainDate,
): (StandingFee & { currency: string }) | null {
  if (assembled.outcome !== "ready" || !paysKnownFee(view)) return null;
  const fee = lastFee(assembled.account, { on, closedOn });
  return fee && { ...fee, currency: assembled.account.currency };
}

/** Its day alone, which is known of an account whose key facts are missing too. */
export function lastFeeOn(
  { kind, facts }: Pick<AccountView, "kind" | "facts">,
  closedOn: Temporal.PlainDate,
): string | null {
  if (kind !== "brand") return null;
  const signedUpOn = facts.signedUpOn ? parseDay(facts.signedUpOn) : null;
  const day = lastFeeDay({ kind, signedUpOn }, toDay(closedOn));
  return day === null ? null : isoDay(day);
}
