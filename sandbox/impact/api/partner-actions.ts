import { actionFilter } from "#sandbox/impact/api/action-filter.ts";
import { DESCRIPTIONS, type Update, updatesOf } from "#sandbox/impact/api/action-updates.ts";
import { CREATION_DELAY_MS, SALE_TRACKER } from "#sandbox/impact/api/actions.ts";
import { actionPages, enumValue, programName } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import type { ActionRow } from "#sandbox/impact/derive/actions.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import { clearedTimes, clearingDay } from "#sandbox/impact/derive/invoices.ts";

/** `GET /Actions` of a partner: every program at once, amounts as text, the same traps (partner actions v16). */
export const partnerActions: Resource = {
  path: "/Actions",
  category: "Actions",
  answer(request): Answer {
    const wanted = actionFilter(request, "partner");
    if (wanted.outcome === "refused") return wanted.answer;
    const cleared = clearedTimes(request.view.invoices);
    const newest = request.view.actions
      .filter((row) => wanted.keeps(row, row.state, row.updatedMs))
      .sort((a, b) => b.source.eventMs - a.source.eventMs);
    return listOf({ name: "Actions", item: "Action" }, newest, actionPages(request), (row, index) =>
      actionJson(request, row, cleared.get(row.source.file.id) ?? null, index),
    );
  },
};

/** `GET /ActionUpdates` of a partner. */
export const partnerActionUpdates: Resource = {
  path: "/ActionUpdates",
  category: "ActionUpdates",
  answer(request): Answer {
    const wanted = actionFilter(request, "partner");
    if (wanted.outcome === "refused") return wanted.answer;
    const newest = updatesOf(request.view)
      .filter(({ row, state, atMs }) => wanted.keeps(row, state, atMs))
      .sort((a, b) => b.atMs - a.atMs);
    const names = { name: "ActionUpdates", item: "ActionUpdate" };
    return listOf(names, newest, actionPages(request), (update, index) => updateJson(request, update, index));
  },
};

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
