import { z } from "zod";
import type { ActionItem, ListedAction } from "#app/ports/impact.ts";
import { type Days, inZone } from "./days.server.ts";
import { ACTION_STATES } from "./known-values.server.ts";
import { longListReader, type RawRow } from "./rows.server.ts";
import {
  amount,
  amountOf,
  amountOrNull,
  id,
  isBlank,
  isId,
  isNameOrNull,
  nameOrNull,
  statusOf,
} from "./scalars.server.ts";

type ActionRow = ListedAction & { id: string };

// A state we have never seen counts as PENDING, the careful reading: the action is open and may still cost.
const state = statusOf(ACTION_STATES, "PENDING");

/** What brand v14 and partner v16 both say of an action; partner v16 writes amounts as strings, which reads alike. */
const said = ({ day, dayOrNull }: Days) =>
  z.object({
    Id: id,
    CampaignId: id,
    CampaignName: nameOrNull,
    State: state,
    Amount: amount,
    Payout: amount,
    IntendedAmount: amountOrNull,
    IntendedPayout: amountOrNull,
    Currency: id,
    EventDate: day,
    LockingDate: dayOrNull,
    ClearedDate: dayOrNull,
  });

type Said = z.output<ReturnType<typeof said>>;

/** The same of a row in which nothing is out of the ordinary, without the schema's steps; null for any other. */
const plainlySaid =
  ({ dayOf }: Days) =>
  (row: RawRow): Said | null => {
    const { Id, CampaignId, CampaignName, Currency } = row;
    const State = ACTION_STATES.find((known) => known === row.State);
    if (!(State && isId(Id) && isId(CampaignId) && isNameOrNull(CampaignName) && isId(Currency))) return null;
    const Amount = textRead(row.Amount, amountOf);
    const Payout = textRead(row.Payout, amountOf);
    const EventDate = textRead(row.EventDate, dayOf);
    const IntendedAmount = orNull(row.IntendedAmount, amountOf);
    const IntendedPayout = orNull(row.IntendedPayout, amountOf);
    const LockingDate = orNull(row.LockingDate, dayOf);
    const ClearedDate = orNull(row.ClearedDate, dayOf);
    if (Amount === null || Payout === null || EventDate === null) return null;
    if (IntendedAmount === undefined || IntendedPayout === undefined) return null;
    if (LockingDate === undefined || ClearedDate === undefined) return null;
    return {
      ...{ Id, CampaignId, CampaignName, State, Amount, Payout, IntendedAmount, IntendedPayout, Currency },
      ...{ EventDate, LockingDate, ClearedDate },
    };
  };

const textRead = (value: unknown, read: (text: string) => string | null): string | null =>
  typeof value === "string" ? read(value) : null;

/** Null where the answer leaves it empty, undefined where it is not understood. */
const orNull = (value: unknown, read: (text: string) => string | null): string | null | undefined =>
  isBlank(value) ? null : (textRead(value, read) ?? undefined);

/** Action, brand v14 (fields: domain.md 6.4). */
export const brandActionRow = inZone((days) => {
  const plain = plainlySaid(days);
  return longListReader(
    said(days).extend({ MediaPartnerId: id, MediaPartnerName: nameOrNull }),
    ({ MediaPartnerId, MediaPartnerName, ...row }) =>
      actionRow(row, { id: MediaPartnerId, name: MediaPartnerName }),
    (raw) => {
      const { MediaPartnerId, MediaPartnerName } = raw;
      if (!isId(MediaPartnerId) || !isNameOrNull(MediaPartnerName)) return null;
      const row = plain(raw);
      return row && { ...row, MediaPartnerId, MediaPartnerName };
    },
  );
});

/** Action, partner v16: nobody is named but the program, which is the other side. */
export const partnerActionRow = inZone((days) =>
  longListReader(
    said(days),
    (row) => actionRow(row, { id: row.CampaignId, name: row.CampaignName }),
    plainlySaid(days),
  ),
);

/**
 * - `trackedOn` is the event's day, the one `ActionDateStart/End` filter on.
 * - A reversed action keeps what it was meant to cost: the API sets its payout to zero, but the card may have been
 *   charged for it and that money stays in the balance (G11).
 * - `reversedOn` is not in these documents; the list of reversals says it.
 */
function actionRow(row: Said, other: { id: string; name: string | null | undefined }): ActionRow {
  const reversed = row.State === "REVERSED";
  const item: ActionItem = {
    id: row.Id,
    program: row.CampaignName || row.CampaignId,
    partner: other.name || other.id,
    state: row.State,
    amount: (reversed ? row.IntendedAmount : null) ?? row.Amount,
    payout: (reversed ? row.IntendedPayout : null) ?? row.Payout,
    trackedOn: row.EventDate,
    locksOn: row.LockingDate,
    reversedOn: null,
    clearedOn: row.State === "APPROVED" ? row.ClearedDate : null,
  };
  return { id: row.Id, item, programId: row.CampaignId, partnerId: other.id, currency: row.Currency };
}
