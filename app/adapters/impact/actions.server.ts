import type {
  ActionList,
  ActionSlice,
  FetchResult,
  ImpactCredentials,
  ListedAction,
  Reversal,
  TakePage,
} from "#app/ports/impact.ts";
import { ALL_PROGRAMS } from "#app/ports/impact-kinds.ts";
import { brandActionRow } from "./action-row.server.ts";
import type { Request } from "./request.server.ts";
import { reversalRow } from "./reversal-row.server.ts";
import { readWindow } from "./window-list.server.ts";

/** The pair of parameters that cuts each list (domain.md 6.3); partner v16 has the same ones. */
const FILTERS = {
  tracked: ["ActionDateStart", "ActionDateEnd"],
  updated: ["StartDate", "EndDate"],
  locking: ["LockingDateStart", "LockingDateEnd"],
  "reversals-of-tracked": ["ActionDateStart", "ActionDateEnd"],
  "reversals-updated": ["StartDate", "EndDate"],
} as const satisfies Record<ActionList, readonly [string, string]>;

/** Reads one list of actions, page by page (Actions, brand v14; a partner's with the row of partner v16). */
export function readActionPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<ListedAction>,
  row: typeof brandActionRow = brandActionRow,
): Promise<FetchResult<null>> {
  const query = ofProgram(programId);
  const about = { resource: "Actions", path: ["Actions"], key: "Actions" } as const;
  return readWindow(
    request,
    { ...about, credentials, query, row: row(credentials.timeZone), filter: FILTERS[list] },
    window,
    take,
  );
}

/** Reads the reversals among the updates of actions, page by page (ActionUpdates, brand v14 and partner v16). */
export function readReversalPages(
  request: Request,
  credentials: ImpactCredentials,
  { list, programId, window }: ActionSlice,
  take: TakePage<Reversal>,
): Promise<FetchResult<null>> {
  const query = { ...ofProgram(programId), State: "REVERSED" };
  const about = { resource: "ActionUpdates", path: ["ActionUpdates"], key: "ActionUpdates" } as const;
  const call = {
    ...about,
    credentials,
    query,
    row: reversalRow(credentials.timeZone),
    filter: FILTERS[list],
  };
  return readWindow(request, call, window, take);
}

/** A brand has to name the program; a partner may ask for all at once. */
function ofProgram(id: string): Record<string, string> {
  return id === ALL_PROGRAMS ? {} : { CampaignId: id };
}
