import type { ShopRow } from "#app/ports/index.ts";
import { requestUnderWay } from "#app/services/account/current-request.server.ts";
import type { Deps } from "../deps.ts";
import { choicesInForce } from "./choices.ts";

/** The merchant asked for reminders, or began closing and has not finished. */
export const REMINDER_REASONS = ["choice", "openRequest"] as const;
export type ReminderReason = (typeof REMINDER_REASONS)[number];

/** Why a shop that left gets reminders: it asked for them, or began closing and has not finished. Null for neither. */
export async function reminderReason(
  shop: ShopRow,
  deps: Pick<Deps, "db" | "clock">,
): Promise<ReminderReason | null> {
  if (shop.mailStoppedAt) return null;
  const rows = await deps.db.choices.all(shop.shop);
  if (choicesInForce(rows, shop, deps.clock.now().epochMilliseconds).remindBeforeFees) return "choice";
  return (await requestUnderWay(shop.shop, deps.db)) ? "openRequest" : null;
}
