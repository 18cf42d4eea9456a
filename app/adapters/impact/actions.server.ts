import type {
  ActionList,
  ActionSlice,
  ImpactCredentials,
  ListedAction,
  Reading,
  Reversal,
  TakePage,
} from "#app/ports/impact.ts";
import { actionRow } from "./action-row.server.ts";
import type { Request } from "./request.server.ts";
import { reversalRow } from "./reversal-row.server.ts";
import { readWindow } from "./window-list.server.ts";

/** The pair of parameters that cuts each list (domain.md 6.3). */
const FILTERS = {
  tracked: ["ActionDateStart", "ActionDateEnd"],
  updated: ["StartDate", "EndDate"],
  locking: ["LockingDateStart", "LockingDateEnd"],
  "reversals-of-tracked": ["ActionDateStart", "ActionDateEnd"],
  "reversals-updated": ["StartDate", "EndDate"],
} as const satisfies Record<ActionList, readonly [string, string]>;

/** Reads one list of actions, page by page (Actions, brand v14). */
export function readActionPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<ListedAction>,
): Promise<Reading<null>> {
  const query = { CampaignId: programId };
  const about = { resource: "Actions", path: ["Actions"], key: "Actions" } as const;
  const call = { ...about, credentials, query, row: actionRow, filter: FILTERS[list] };
  return readWindow(request, call, window, take);
}

/** Reads the reversals among the updates of actions, page by page (ActionUpdates, brand v14). */
export function readReversalPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<Reversal>,
): Promise<Reading<null>> {
  const query = { CampaignId: programId, State: "REVERSED" };
  const about = { resource: "ActionUpdates", path: ["ActionUpdates"], key: "ActionUpdates" } as const;
  const call = { ...about, credentials, query, row: reversalRow, filter: FILTERS[list] };
  return readWindow(request, call, window, take);
}
