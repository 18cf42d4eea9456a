import type { Temporal } from "temporal-polyfill";
import { lastFee, type StandingFee } from "#app/domain/index.ts";
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
