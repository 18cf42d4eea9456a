import { DESCRIPTIONS, type Update, updatesOf } from "#sandbox/impact/api/action-updates.ts";
import { ACTION_STATES, CREATION_DELAY_MS, SALE_TRACKER } from "#sandbox/impact/api/actions.ts";
import { actionPages, enumValue, oneOf, optionalCampaign, programName } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import { cappedWindow, isWithin, updateWindow } from "#sandbox/impact/api/windows.ts";
import type { ActionRow, ActionState } from "#sandbox/impact/derive/actions.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import { clearedTimes, clearingDay } from "#sandbox/impact/derive/invoices.ts";

type Dated = { row: ActionRow; state: ActionState; atMs: number };

/** `GET /Actions` of a partner: every program at once, amounts as text, the same traps (partner actions v16). */
export const partnerActions: Resource = {
  path: "/Actions",
  category: "Actions",
  answer(request): Answer {
    const rows = request.view.actions.map((row): Dated => ({ row, state: row.state, atMs: row.updatedMs }));
    const wanted = selected(request, rows);
    if (wanted.outcome === "refused") return wanted.answer;
    const cleared = clearedTimes(request.view.invoices);
    const newest = wanted.rows.sort((a, b) => b.row.source.eventMs - a.row.source.eventMs);
    return listOf({ name: "Actions", item: "Action" }, newest, actionPages(request), ({ row }, index) =>
      actionJson(request, row, cleared.get(row.source.file.id) ?? null, index),
    );
  },
};

/** `GET /ActionUpdates` of a partner. */
export const partnerActionUpdates: Resource = {
  path: "/ActionUpdates",
  category: "ActionUpdates",
  answer(request): Answer {
    const wanted = selected(request, updatesOf(request.view));
    if (wanted.outcome === "refused") return wanted.answer;
    const newest = wanted.rows.sort((a, b) => b.atMs - a.atMs);
    const names = { name: "ActionUpdates", item: "ActionUpdate" };
    return listOf(names, newest, actionPages(request), (update, index) => updateJson(request, update, index));
  },
};

type Selection<Row> = { outcome: "selected"; rows: Row[] } | { outcome: "refused"; answer: Answer };

function selected<Row extends Dated>(request: ApiRequest, rows: readonly Row[]): Selection<Row> {
  const { query, view } = request;
  const campaign = optionalCampaign(request);
  if (campaign.outcome === "refused") return campaign;
  const state = oneOf(query, "State", ACTION_STATES);
  if (state.outcome === "refused") return state;
  const locked = cappedWindow(query, "LockingDate");
  if (locked.outcome === "refused") return locked;
  const happened = cappedWindow(query, "ActionDate");
  if (happened.outcome === "refused") return happened;
  const updated = updateWindow(query, view.nowMs, locked.window !== null || happened.window !== null);
  if (updated.outcome === "refused") return updated;
  const kept = rows.filter(
    ({ row, state: now, atMs }) =>
      (campaign.value === null || row.source.programId === campaign.value) &&
      (state.value === null || now === state.value) &&
      isWithin(updated.window, atMs) &&
      isWithin(happened.window, row.source.eventMs) &&
      isWithin(locked.window, row.lockMs),
  );
  return { outcome: "selected", rows: kept };
}

function actionJson(
  request: ApiRequest,
  row: ActionRow,
  clearedMs: number | null,
  index: number,
): JsonObject {
  const { view, base } = request;
  const { file, programId, eventMs } = row.source;
  const time = (ms: number | null) => (ms === null ? "" : apiTime(ms, view.timeZone));
  const reversed = row.state === "REVERSED";
  return {
    Id: file.id,
    CampaignId: programId,
    CampaignName: programName(request, programId),
    ActionTrackerId: SALE_TRACKER.id,
    ActionTrackerName: SALE_TRACKER.name,
    State: enumValue(request, row.state, "ON_HOLD", index),
    AdId: 506720,
    Payout: reversed ? "0.00" : file.payout,
    DeltaPayout: reversed ? `-${file.payout}` : file.payout,
    IntendedPayout: file.payout,
    Amount: reversed ? "0.00" : file.amount,
    DeltaAmount: reversed ? `-${file.amount}` : file.amount,
    IntendedAmount: file.amount,
    Currency: view.account.seed.account.currency,
    ReferringDate: time(eventMs - 3_600_000),
    EventDate: time(eventMs),
    CreationDate: time(eventMs + CREATION_DELAY_MS),
    LockingDate: time(row.lockMs),
    ClearedDate: time(clearedMs),
    ReferringType: "CLICK_COOKIE",
    ReferringDomain: "",
    PromoCode: "",
    Oid: `order-${file.id.replaceAll(".", "-")}`,
    EventCode: "",
    SharedId: "",
    SubId1: "",
    SubId2: "",
    SubId3: "",
    CustomerArea: "",
    CustomerCity: "",
    CustomerRegion: "",
    CustomerCountry: view.account.seed.sandbox.company.country,
    Uri: `${base}/Actions/${file.id}`,
  };
}

function updateJson(request: ApiRequest, update: Update, index: number): JsonObject {
  const { view, base } = request;
  const { file, programId, eventMs } = update.row.source;
  const time = (ms: number | null) => (ms === null ? "" : apiTime(ms, view.timeZone));
  const id = `${file.id}.${update.state.length}${update.detail.length}${index}`;
  const clearing = update.state === "REVERSED" ? null : clearingDay(update.row);
  const signed = (amount: string) =>
    update.state === "APPROVED" ? "0.00" : update.state === "REVERSED" ? `-${amount}` : amount;
  const contract = view.contracts.find((one) => one.programId === programId && one.id.startsWith("S-"));
  return {
    Id: id,
    ActionId: file.id,
    CampaignId: programId,
    ActionTrackerId: String(SALE_TRACKER.id),
    EventTypeId: String(SALE_TRACKER.id),
    EventTypeName: SALE_TRACKER.name,
    EventCode: "",
    State: enumValue(request, update.state, "ON_HOLD", index),
    StateDetail: update.detail,
    StateDetailDescription: update.detail === "PAID" ? "Action has been paid" : DESCRIPTIONS[update.state],
    AdId: "506720",
    ReportingState: "IR_BLANK",
    DeltaPayout: signed(file.payout),
    DeltaAmount: signed(file.amount),
    Currency: view.account.seed.account.currency,
    Category: "",
    Sku: "",
    Quantity: "1",
    PayoutLevel: "ORDER",
    ContractId: contract?.id ?? "",
    UpdateDate: time(update.atMs),
    LockingDate: time(update.row.lockMs),
    ClearingDate: clearing === null ? "" : time(view.account.dayStart(clearing)),
    ActionDate: time(eventMs),
    Oid: `order-${file.id.replaceAll(".", "-")}`,
    SharedId: "",
    ActionUri: `${base}/Actions/${file.id}`,
    Uri: `${base}/ActionUpdates/${id}`,
  };
}
