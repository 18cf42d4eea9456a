import { actionFilter } from "#sandbox/impact/api/action-filter.ts";
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
import { clearedTimes } from "#sandbox/impact/derive/invoices.ts";

/** Event type "Sale" of every seeded action. */
export const SALE_TRACKER = { id: 2240, name: "Sale" } as const;
/** A record of an action is made a few minutes after the event. */
export const CREATION_DELAY_MS = 9 * 60_000;

/** `GET /Actions`: newest first; the windows' traps are the real ones (domain facts 6.3). */
export const actions: Resource = {
  path: "/Actions",
  category: "Actions",
  answer(request): Answer {
    const wanted = actionFilter(request, "brand");
    if (wanted.outcome === "refused") return wanted.answer;
    const { view } = request;
    const rows = view.actions
      .filter((row) => wanted.keeps(row, row.state, row.updatedMs))
      .sort((a, b) => b.source.eventMs - a.source.eventMs);
    const cleared = clearedTimes(view.invoices);
    return listOf({ name: "Actions", item: "Action" }, rows, actionPages(request), (row, index) =>
      actionJson(request, row, cleared.get(row.source.file.id) ?? null, index),
    );
  },
};

function actionJson(
  request: ApiRequest,
  row: ActionRow,
  clearedMs: number | null,
  index: number,
): JsonObject {
  const { view, base } = request;
  const { file, programId, partnerId, eventMs } = row.source;
  const time = (ms: number | null) => (ms === null ? "" : apiTime(ms, view.timeZone));
  return {
    Id: file.id,
    CampaignId: programId,
    CampaignName: programName(request, programId),
    ActionTrackerId: SALE_TRACKER.id,
    ActionTrackerName: SALE_TRACKER.name,
    EventCode: "",
    MediaPartnerId: partnerId,
    MediaPartnerName: file.partner,
    State: enumValue(request, row.state, "ON_HOLD", index),
    AdId: 506720,
    ...amountsOf(row),
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
    CustomerId: "",
    CustomerStatus: "NEW",
    CustomerPostCode: "",
    CustomerArea: "",
    CustomerCity: "",
    CustomerRegion: "",
    CustomerCountry: view.account.seed.sandbox.company.country,
    IpAddress: "",
    SharedId: "",
    CallerId: "",
    Note: "",
    Uri: `${base}/Actions/${file.id}`,
  };
}

/** Amounts as JSON numbers. A reversed action is worth 0; what it was meant to be worth stays in Intended…. */
function amountsOf(row: ActionRow): JsonObject {
  const payout = Number(row.source.file.payout);
  const amount = Number(row.source.file.amount);
  const reversed = row.state === "REVERSED";
  const now = (value: number) => (reversed ? 0 : value);
  const delta = (value: number) => (reversed ? -value : value);
  return {
    ClientCost: now(payout),
    Payout: now(payout),
    DeltaPayout: delta(payout),
    IntendedPayout: payout,
    Amount: now(amount),
    DeltaAmount: delta(amount),
    IntendedAmount: amount,
  };
}
