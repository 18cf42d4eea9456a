import { oneOf, optionalCampaign, requiredCampaign } from "#sandbox/impact/api/filters.ts";
import type { Answer, ApiRequest } from "#sandbox/impact/api/resource.ts";
import { cappedWindow, isWithin, optionalWindow, updateWindow } from "#sandbox/impact/api/windows.ts";
import type { ActionRow, ActionState } from "#sandbox/impact/derive/actions.ts";

const STATES = ["PENDING", "APPROVED", "REVERSED"] as const;

/** What the two APIs ask differently of the same filters (brand actions v14, partner actions v16). */
const RULES = {
  brand: { campaign: requiredCampaign, window: optionalWindow },
  partner: { campaign: optionalCampaign, window: cappedWindow },
} as const;

type ActionFilter =
  | { outcome: "filter"; keeps: (row: ActionRow, state: ActionState, updatedMs: number) => boolean }
  | { outcome: "refused"; answer: Answer };

/** Reads the filters Actions and ActionUpdates share. */
export function actionFilter(request: ApiRequest, api: keyof typeof RULES): ActionFilter {
  const { query, view } = request;
  const rules = RULES[api];
  const campaign = rules.campaign(request);
  if (campaign.outcome === "refused") return campaign;
  const wanted = oneOf(query, "State", STATES);
  if (wanted.outcome === "refused") return wanted;
  const locked = rules.window(query, "LockingDate");
  if (locked.outcome === "refused") return locked;
  const happened = rules.window(query, "ActionDate");
  if (happened.outcome === "refused") return happened;
  const updated = updateWindow(query, view.nowMs, locked.window !== null || happened.window !== null);
  if (updated.outcome === "refused") return updated;
  return {
    outcome: "filter",
    keeps: (row, state, updatedMs) =>
      (campaign.value === null || row.source.programId === campaign.value) &&
      (wanted.value === null || state === wanted.value) &&
      isWithin(updated.window, updatedMs) &&
      isWithin(happened.window, row.source.eventMs) &&
      isWithin(locked.window, row.lockMs),
  };
}
