import { actionFilter } from "#sandbox/impact/api/action-filter.ts";
import { CREATION_DELAY_MS, SALE_TRACKER } from "#sandbox/impact/api/actions.ts";
import { actionPages, enumValue } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import type { ActionRow, ActionState } from "#sandbox/impact/derive/actions.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import { clearedTimes, clearingDay } from "#sandbox/impact/derive/invoices.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

export interface Update {
  row: ActionRow;
  state: ActionState;
  detail: "" | "PAID";
  atMs: number;
}

/** `GET /ActionUpdates`: the changelog of all actions: tracked, reversed or locked, paid. */
export const actionUpdates: Resource = {
  path: "/ActionUpdates",
  category: "ActionUpdates",
  answer(request): Answer {
    const wanted = actionFilter(request, "brand");
    if (wanted.outcome === "refused") return wanted.answer;
    const updates = updatesOf(request.view)
      .filter(({ row, state, atMs }) => wanted.keeps(row, state, atMs))
      .sort((a, b) => b.atMs - a.atMs);
    return listOf(
      { name: "ActionUpdates", item: "ActionUpdate" },
      updates,
      actionPages(request),
      (update, index) => updateJson(request, update, index),
    );
  },
};

const updatesOfViews = new WeakMap<AccountView, readonly Update[]>();

/** Every update of an account, made once for each view of it. */
export function updatesOf(view: AccountView): readonly Update[] {
  const known = updatesOfViews.get(view);
  if (known) return known;
  const updates = makeUpdates(view);
  updatesOfViews.set(view, updates);
  return updates;
}

function makeUpdates(view: AccountView): Update[] {
  const cleared = clearedTimes(view.invoices);
  return view.actions.flatMap((row) => {
    const updates: Update[] = [
      { row, state: "PENDING", detail: "", atMs: row.source.eventMs + CREATION_DELAY_MS },
    ];
    if (row.state === "REVERSED") updates.push({ row, state: "REVERSED", detail: "", atMs: row.updatedMs });
    if (row.state === "APPROVED" && row.lockMs !== null)
      updates.push({ row, state: "APPROVED", detail: "", atMs: row.lockMs });
    const paidMs = cleared.get(row.source.file.id);
    if (paidMs !== undefined) updates.push({ row, state: "APPROVED", detail: "PAID", atMs: paidMs });
    return updates;
  });
}

export const DESCRIPTIONS: Readonly<Record<ActionState, string>> = {
  PENDING: "Action is waiting for its locking date",
  APPROVED: "Action has been approved",
  REVERSED: "Action has been reversed",
};

function updateJson(request: ApiRequest, update: Update, index: number): JsonObject {
  const { view, base } = request;
  const { file, programId, partnerId, eventMs } = update.row.source;
  const time = (ms: number | null) => (ms === null ? "" : apiTime(ms, view.timeZone));
  const id = `${file.id}.${update.state.length}${update.detail.length}${index}`;
  const clearing = clearingDay(update.row);
  const sign = update.state === "PENDING" ? 1 : update.state === "REVERSED" ? -1 : 0;
  const contract = view.contracts.find(
    (one) => one.partnerId === partnerId && one.programId === programId && one.id.startsWith("S-"),
  );
  return {
    Id: id,
    ActionId: file.id,
    CampaignId: programId,
    ActionTrackerId: SALE_TRACKER.id,
    EventTypeId: String(SALE_TRACKER.id),
    EventTypeName: SALE_TRACKER.name,
    EventCode: "",
    MediaPartnerId: partnerId,
    State: enumValue(request, update.state, "ON_HOLD", index),
    StateDetail: update.detail,
    StateDetailDescription: update.detail === "PAID" ? "Action has been paid" : DESCRIPTIONS[update.state],
    AdId: 506720,
    Disposition: update.state === "REVERSED" ? "ITEM_RETURNED" : "IR_BLANK",
    DeltaPayout: sign * Number(file.payout),
    DeltaAmount: sign * Number(file.amount),
    Currency: view.account.seed.account.currency,
    Category: "",
    Sku: "",
    Quantity: "1",
    PayoutLevel: "ORDER",
    ContractId: contract?.id ?? "",
    UpdateDate: time(update.atMs),
    LockingDate: time(update.row.lockMs),
    ClearingDate:
      clearing === null || update.state === "REVERSED" ? "" : time(view.account.dayStart(clearing)),
    ActionDate: time(eventMs),
    Oid: `order-${file.id.replaceAll(".", "-")}`,
    CustomerId: "",
    CustomerStatus: "NEW",
    SharedId: "",
    ActionUri: `${base}/Actions/${file.id}`,
    Uri: `${base}/ActionUpdates/${id}`,
  };
}
