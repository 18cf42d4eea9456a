import { z } from "zod";
import type { ActionItem } from "#app/ports/impact.ts";
import { day, dayOrNull, decimal, decimalOrNull, text } from "./scalars.server.ts";

export type ActionRow = ActionItem & { currency: string };

/**
 * Action, brand v14 (fields: domain.md 6.4).
 * - `trackedOn` is the event's day, the one `ActionDateStart/End` filter on.
 * - A state we have never seen counts as PENDING, the careful reading: the action is open and may still cost.
 * - A reversed action keeps what it was meant to cost: the API sets its payout to zero, but the card may have been
 *   charged for it and that money stays in the balance (G11).
 * - An action does not say when it was reversed; only its update log does.
 */
export const actionRow = z
  .object({
    Id: text,
    CampaignName: text.nullish(),
    CampaignId: text,
    MediaPartnerId: text,
    MediaPartnerName: z.string().nullish(),
    State: text,
    Amount: decimal,
    Payout: decimal,
    IntendedAmount: decimalOrNull,
    IntendedPayout: decimalOrNull,
    Currency: text,
    EventDate: day,
    LockingDate: dayOrNull,
    ClearedDate: dayOrNull,
  })
  .transform((row): ActionRow => {
    const reversed = row.State === "REVERSED";
    return {
      id: row.Id,
      program: row.CampaignName || row.CampaignId,
      partner: row.MediaPartnerName || row.MediaPartnerId,
      state: reversed || row.State === "APPROVED" ? row.State : "PENDING",
      amount: (reversed ? row.IntendedAmount : null) ?? row.Amount,
      payout: (reversed ? row.IntendedPayout : null) ?? row.Payout,
      trackedOn: row.EventDate,
      locksOn: row.LockingDate,
      reversedOn: null,
      clearedOn: row.ClearedDate,
      currency: row.Currency,
    };
  });
