import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { ImpactCredentials, Reading, Span } from "#app/ports/impact.ts";
import type { ActionRow } from "./action-row.server.ts";
import type { Request } from "./request.server.ts";
import { day, text } from "./scalars.server.ts";
import { readWindow } from "./window-list.server.ts";
import { cutWindows, holds, widen } from "./windows.server.ts";

const reversal = z
  .object({ Id: text, ActionId: text, UpdateDate: day })
  .transform(({ Id, ActionId, UpdateDate }) => ({ id: Id, actionId: ActionId, day: UpdateDate }));

/**
 * Days on which actions were reversed, by action id, from the update log (ActionUpdates, brand v14): the action
 * itself does not say. The last reversal counts. A token without that scope leaves the days unknown, which the
 * account file allows; any other fault is one of the whole reading, like a missing page.
 */
export async function readReversalDays(
  request: Request,
  credentials: ImpactCredentials,
  reversed: ActionRow[],
): Promise<Reading<Map<string, string>>> {
  const days = new Map<string, string>();
  for (const programId of new Set(reversed.map((row) => row.programId))) {
    const trackedDays = reversed.filter((row) => row.programId === programId).map((row) => row.trackedOn);
    const query = { CampaignId: programId, State: "REVERSED" };
    const list = { resource: "Actions", path: ["ActionUpdates"], key: "ActionUpdates" } as const;
    const call = { ...list, credentials, query, row: reversal, filter: "ActionDate" } as const;
    for (const window of windowsAround(trackedDays)) {
      const updates = await readWindow(request, call, window);
      if (updates.outcome === "forbidden") return { outcome: "read", value: new Map() };
      if (updates.outcome !== "read") return updates;
      for (const update of updates.value) {
        if (update.day > (days.get(update.actionId) ?? "")) days.set(update.actionId, update.day);
      }
    }
  }
  return { outcome: "read", value: days };
}

/** Windows that together hold the given days, those without any left out. */
function windowsAround(isoDays: string[]): Span[] {
  const sorted = isoDays.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = { from: Temporal.PlainDate.from(first), to: Temporal.PlainDate.from(last).add({ days: 1 }) };
  return cutWindows(widen(whole)).filter((window) => sorted.some((isoDay) => holds(widen(window), isoDay)));
}
