import type { ActionItem, ImpactCredentials, Program, Reading, Span } from "#app/ports/impact.ts";
import { type ActionRow, actionRow } from "./action-row.server.ts";
import { unexpectedAnswer } from "./failures.server.ts";
import type { Request } from "./request.server.ts";
import { readReversalDays } from "./reversal-days.server.ts";
import { readWindow } from "./window-list.server.ts";
import { cutWindows, holds, widen } from "./windows.server.ts";

type Spans = { tracked: Span; locking: Span };

/**
 * Reads every action tracked in `tracked` or locking in `locking`, each once, as of now. `StartDate/EndDate` are not
 * used: they filter on updates, and locking is none (domain.md 6.3). The API looks back three years at most, so
 * `tracked` should start a few days inside them.
 */
export async function readActions(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
  spans: Spans,
): Promise<Reading<ActionItem[]>> {
  const rows = await readRows(request, credentials, programs, spans);
  if (rows.outcome !== "read") return rows;
  // The account file has one currency; adding amounts of two would give a figure that is simply wrong.
  const currencies = new Set(rows.value.map((row) => row.currency));
  if (currencies.size > 1) return unexpectedAnswer("Actions", "Actions[].Currency");
  const reversed = rows.value.filter((row) => row.state === "REVERSED");
  const days = await readReversalDays(request, credentials, reversed);
  if (days.outcome !== "read") return days;
  const value = rows.value.map(({ currency: _currency, programId: _programId, ...action }) => ({
    ...action,
    reversedOn: action.state === "REVERSED" ? (days.value.get(action.id) ?? null) : null,
  }));
  return { outcome: "read", value };
}

async function readRows(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
  spans: Spans,
): Promise<Reading<ActionRow[]>> {
  const byId = new Map<string, ActionRow>();
  for (const program of programs) {
    // What is read later wins, so an action that locks meanwhile is kept as locked.
    for (const filter of ["LockingDate", "ActionDate"] as const) {
      const span = filter === "LockingDate" ? spans.locking : spans.tracked;
      const query = { CampaignId: program.id };
      const path = ["Actions"];
      const call = {
        credentials,
        resource: "Actions",
        path,
        query,
        key: "Actions",
        row: actionRow,
        filter,
      } as const;
      for (const window of cutWindows(widen(span))) {
        const rows = await readWindow(request, call, window);
        if (rows.outcome !== "read") return rows;
        for (const row of rows.value) if (isWanted(row, spans)) byId.set(row.id, row);
      }
    }
  }
  return { outcome: "read", value: [...byId.values()] };
}

function isWanted(row: ActionRow, { tracked, locking }: Spans): boolean {
  return holds(tracked, row.trackedOn) || (row.locksOn !== null && holds(locking, row.locksOn));
}
