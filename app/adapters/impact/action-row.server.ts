import { z } from "zod";
import type { ActionItem, ListedAction } from "#app/ports/impact.ts";
import { ACTION_STATES } from "./known-values.server.ts";
import { amount, amountOrNull, day, dayOrNull, statusOf, text } from "./scalars.server.ts";

type ActionRow = ListedAction & { id: string };

// A state we have never seen counts as PENDING, the careful reading: the action is open and may still cost.
const state = statusOf(ACTION_STATES, "PENDING");

/**
 * Action, brand v14 (fields: domain.md 6.4).
 * - `trackedOn` is the event's day, the one `ActionDateStart/End` filter on.
 * - A reversed action keeps what it was meant to cost: the API sets its payout to zero, but the card may have been
 *   charged for it and that money stays in the balance (G11).
 * - `reversedOn` is not in this document; the list of reversals says it.
 */
export const actionRow = z
  .object({
    Id: text,
    CampaignId: text,
    CampaignName: z.string().nullish(),
    MediaPartnerId: text,
    MediaPartnerName: z.string().nullish(),
    State: state,
    Amount: amount,
    Payout: amount,
    IntendedAmount: amountOrNull,
    IntendedPayout: amountOrNull,
    Currency: text,
    EventDate: day,
    LockingDate: dayOrNull,
    ClearedDate: dayOrNull,
  })
  .transform((row): ActionRow => {
    const reversed = row.State === "REVERSED";
    const item: ActionItem = {
      id: row.Id,
      program: row.CampaignName || row.CampaignId,
      partner: row.MediaPartnerName || row.MediaPartnerId,
      state: row.State,
      amount: (reversed ? row.IntendedAmount : null) ?? row.Amount,
      payout: (reversed ? row.IntendedPayout : null) ?? row.Payout,
      trackedOn: row.EventDate,
      locksOn: row.LockingDate,
      reversedOn: null,
      clearedOn: row.State === "APPROVED" ? row.ClearedDate : null,
    };
    return {
      id: row.Id,
      item,
      programId: row.CampaignId,
      partnerId: row.MediaPartnerId,
      currency: row.Currency,
    };
  });
