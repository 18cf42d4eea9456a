import { z } from "zod";
import type {
  ActionItem,
  ActionList,
  ActionSlice,
  ImpactCredentials,
  ListedAction,
  Reading,
  Reversal,
  TakePage,
} from "#app/ports/impact.ts";
import { ALL_PROGRAMS } from "#app/ports/impact-kinds.ts";
import { ACTION_STATES } from "./known-values.server.ts";
import type { Request } from "./request.server.ts";
import { reversalRow } from "./reversal-row.server.ts";
import { amount, amountOrNull, day, dayOrNull, statusOf, text } from "./scalars.server.ts";
import { readWindow } from "./window-list.server.ts";

// A state we have never seen counts as PENDING: money may still come, and the account is not ready to close.
const state = statusOf(ACTION_STATES, "PENDING");

/** Action, partner v16: amounts are strings, and nobody is named but the program. */
const row = z
  .object({
    Id: text,
    CampaignId: text,
    CampaignName: z.string().nullish(),
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
  .transform((action): ListedAction & { id: string } => {
    const reversed = action.State === "REVERSED";
    const program = action.CampaignName || action.CampaignId;
    const item: ActionItem = {
      id: action.Id,
      program,
      partner: program,
      state: action.State,
      amount: (reversed ? action.IntendedAmount : null) ?? action.Amount,
      payout: (reversed ? action.IntendedPayout : null) ?? action.Payout,
      trackedOn: action.EventDate,
      locksOn: action.LockingDate,
      reversedOn: null,
      clearedOn: action.State === "APPROVED" ? action.ClearedDate : null,
    };
    const programId = action.CampaignId;
    return { id: action.Id, item, programId, partnerId: programId, currency: action.Currency };
  });

/** The pair of parameters that cuts each list; every one is limited to 45 days (partner actions v16). */
const FILTERS = {
  tracked: ["ActionDateStart", "ActionDateEnd"],
  updated: ["StartDate", "EndDate"],
  locking: ["LockingDateStart", "LockingDateEnd"],
  "reversals-of-tracked": ["ActionDateStart", "ActionDateEnd"],
  "reversals-updated": ["StartDate", "EndDate"],
} as const satisfies Record<ActionList, readonly [string, string]>;

/** Reads one list of a partner's actions, page by page. */
export function readPartnerActionPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<ListedAction>,
): Promise<Reading<null>> {
  const about = { resource: "Actions", path: ["Actions"], key: "Actions" } as const;
  const call = { ...about, credentials, query: ofProgram(programId), row, filter: FILTERS[list] };
  return readWindow(request, call, window, take);
}

/** Reads the reversals among the updates of a partner's actions, page by page. */
export function readPartnerReversalPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<Reversal>,
): Promise<Reading<null>> {
  const query = { ...ofProgram(programId), State: "REVERSED" };
  const about = { resource: "ActionUpdates", path: ["ActionUpdates"], key: "ActionUpdates" } as const;
  const call = { ...about, credentials, query, row: reversalRow, filter: FILTERS[list] };
  return readWindow(request, call, window, take);
}

function ofProgram(id: string): Record<string, string> {
  return id === ALL_PROGRAMS ? {} : { CampaignId: id };
}
