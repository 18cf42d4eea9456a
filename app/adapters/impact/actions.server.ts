import type { ActionItem, ImpactCredentials, Program, Reading, Span } from "#app/ports/impact.ts";
import { type ActionRow, actionRow } from "./action-row.server.ts";
import { mayBeTooWide, unexpectedAnswer } from "./failures.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { cutWindows, halve, holds, widen, windowBounds } from "./windows.server.ts";

/** The API refuses lists of more pages than this (domain.md 6.2). */
const MAX_PAGES = 10;
/** Rows per page: far above the API's minimum of 2,000, yet a page stays a few megabytes in memory. */
const PAGE_SIZE = "5000";

type Filter = "LockingDate" | "ActionDate";
type Scan = { request: Request; credentials: ImpactCredentials; program: Program };

/**
 * Reads every action tracked in `tracked` or locking in `locking`, each once, as of now. Date filters are always
 * given at both ends: without them the API shows only the last seven days. `StartDate/EndDate` are not used, because
 * locking is no update for them (domain.md 6.3). `tracked` may reach back three years less two days.
 */
export async function readActions(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
  spans: { tracked: Span; locking: Span },
): Promise<Reading<ActionItem[]>> {
  const byId = new Map<string, ActionRow>();
  const filters: [Filter, Span][] = [
    ["LockingDate", spans.locking],
    ["ActionDate", spans.tracked],
  ];
  for (const program of programs) {
    for (const [filter, span] of filters) {
      for (const window of cutWindows(span.from.equals(span.to) ? span : widen(span))) {
        const rows = await readWindow({ request, credentials, program }, filter, window);
        if (rows.outcome !== "read") return rows;
        for (const row of rows.value) if (isWanted(row, spans)) byId.set(row.id, row);
      }
    }
  }
  return inOneCurrency([...byId.values()]);
}

/** Reads one window, in halves where the API holds it too large. */
async function readWindow(scan: Scan, filter: Filter, window: Span): Promise<Reading<ActionRow[]>> {
  const { request, credentials, program } = scan;
  const { start, end } = windowBounds(window);
  const list = await readList(request, {
    credentials,
    resource: "Actions",
    path: ["Actions"],
    query: { CampaignId: program.id, [`${filter}Start`]: start, [`${filter}End`]: end, PageSize: PAGE_SIZE },
    key: "Actions",
    row: actionRow,
    maxPages: MAX_PAGES,
  });
  if (list.outcome === "read" || !mayBeTooWide(list)) return list;
  const halves = halve(window);
  if (!halves) return list;
  const rows: ActionRow[] = [];
  for (const half of halves) {
    const part = await readWindow(scan, filter, half);
    if (part.outcome !== "read") return part;
    for (const row of part.value) rows.push(row);
  }
  return { outcome: "read", value: rows };
}

function isWanted(row: ActionRow, { tracked, locking }: { tracked: Span; locking: Span }): boolean {
  return holds(tracked, row.trackedOn) || (row.locksOn !== null && holds(locking, row.locksOn));
}

// The account file has one currency; adding amounts of two would give a figure that is simply wrong.
function inOneCurrency(rows: ActionRow[]): Reading<ActionItem[]> {
  if (new Set(rows.map((row) => row.currency)).size > 1)
    return unexpectedAnswer("Actions", "Actions[].Currency");
  return { outcome: "read", value: rows.map(({ currency: _, ...action }) => action) };
}
