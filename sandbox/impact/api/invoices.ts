import { enumValue, plainPages, programName } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  notFound,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import { creationWindow, isWithin } from "#sandbox/impact/api/windows.ts";
import type { ActionRow } from "#sandbox/impact/derive/actions.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import type { InvoiceRow } from "#sandbox/impact/derive/invoices.ts";
import { fromMinor, sumMinor } from "#sandbox/impact/derive/minor.ts";

/** `GET /Invoices`: partner invoices, newest first; impact.com's own fee invoices are not in the API. */
export const invoices: Resource = {
  path: "/Invoices",
  category: "Invoices",
  answer(request): Answer {
    const { query, view } = request;
    const created = creationWindow(query);
    if (created.outcome === "refused") return created.answer;
    const rows = view.invoices.filter((row) =>
      isWithin(created.window, view.account.dayStart(row.createdOn)),
    );
    return listOf({ name: "Invoices", item: "Invoice" }, rows, plainPages(request), (row, index) =>
      invoiceJson(request, row, index),
    );
  },
};

/** `GET /Invoices/{id}`. */
export const invoice: Resource = {
  path: "/Invoices/:invoiceId",
  category: "Invoices",
  answer(request): Answer {
    const row = request.view.invoices.find(({ id }) => id === request.params.invoiceId);
    if (!row) return notFound("Invoice");
    return { kind: "object", name: "Invoice", body: invoiceJson(request, row, 0) };
  },
};

function invoiceJson(request: ApiRequest, row: InvoiceRow, index: number): JsonObject {
  const { view, base } = request;
  const groups = lineGroups(row);
  return {
    Id: row.id,
    CreatedDate: apiTime(view.account.dayStart(row.createdOn), view.timeZone),
    MediaId: row.partnerId,
    MediaName: row.partner,
    Currency: view.account.seed.account.currency,
    TotalAmount: payoutOf(row.actions),
    TotalVatAmount: 0,
    LineItems: groups.map((group, line) => ({
      CampaignId: group.programId,
      CampaignName: programName(request, group.programId),
      Description: "MEDIA_PAYOUT",
      EventMonthYear: group.month,
      Actions: group.actions.length,
      NetItemAmount: payoutOf(group.actions),
      VatItemAmount: 0,
      TotalItemAmount: payoutOf(group.actions),
      Status: enumValue(request, row.status, "DISPUTED", index + line),
      DueDate: apiTime(view.account.dayStart(row.dueOn), view.timeZone),
      PaidDate: row.paidMs === null ? "" : apiTime(row.paidMs, view.timeZone),
    })),
    DetailedLineItems: groups.map((group) => ({
      AccountId: row.partnerId,
      Name: row.partner,
      ProgramId: group.programId,
      ProgramName: programName(request, group.programId),
      EventMonthYear: group.month,
      ActionAmount: payoutOf(group.actions),
      OtherAmount: 0,
      TotalAmount: payoutOf(group.actions),
    })),
    PDF: `${base}/Invoices/${row.id}/Download`,
    Uri: `${base}/Invoices/${row.id}`,
  };
}

export interface LineGroup {
  programId: number;
  /** Month and year of the events without a leading zero: "92018" (brand invoices v14). */
  month: string;
  actions: ActionRow[];
}

export function lineGroups(row: InvoiceRow): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  for (const action of row.actions) {
    const [year = "", month = ""] = action.source.file.trackedOn.split("-");
    const name = `${Number(month)}${year}`;
    const key = `${action.source.programId}/${name}`;
    const group = groups.get(key) ?? { programId: action.source.programId, month: name, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Commission of some actions as the JSON number the API gives; summed in minor units. */
const payoutOf = (actions: readonly ActionRow[]): number =>
  Number(fromMinor(sumMinor(actions.map((action) => action.source.file.payout))));
