import { enumValue, plainPages, programName } from "#sandbox/impact/api/filters.ts";
import { type LineGroup, lineGroups } from "#sandbox/impact/api/invoices.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  notFound,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import { creationWindow, isWithin } from "#sandbox/impact/api/windows.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import type { InvoiceRow } from "#sandbox/impact/derive/invoices.ts";
import { fromMinor, sumMinor } from "#sandbox/impact/derive/minor.ts";

/** `GET /Invoices` of a partner: what brands owe it, newest first, amounts as text (partner invoices v16). */
export const partnerInvoices: Resource = {
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

/** `GET /Invoices/{id}` of a partner. */
export const partnerInvoice: Resource = {
  path: "/Invoices/:invoiceId",
  category: "Invoices",
  answer(request): Answer {
    const row = request.view.invoices.find(({ id }) => id === request.params.invoiceId);
    if (!row) return notFound("Invoice");
    return { kind: "object", name: "Invoice", body: invoiceJson(request, row, 0) };
  },
};

const payoutOf = (actions: LineGroup["actions"]): string =>
  fromMinor(sumMinor(actions.map((action) => action.source.file.payout)));

function invoiceJson(request: ApiRequest, row: InvoiceRow, index: number): JsonObject {
  const { view, base } = request;
  const { name } = view.account.seed.sandbox.company;
  const groups = lineGroups(row);
  return {
    Id: row.id,
    CreatedDate: apiTime(view.account.dayStart(row.createdOn), view.timeZone),
    RecipientId: row.partnerId,
    RecipientName: name,
    Currency: view.account.seed.account.currency,
    TotalAmount: payoutOf([...row.actions]),
    TotalVatAmount: "0.00",
    LineItems: groups.map((group, line) => ({
      CampaignId: String(group.programId),
      CampaignName: programName(request, group.programId),
      Description: "MEDIA_PAYOUT",
      EventMonthYear: group.month,
      Actions: String(group.actions.length),
      NetItemAmount: payoutOf(group.actions),
      VatItemAmount: "0.00",
      TotalItemAmount: payoutOf(group.actions),
      Status: enumValue(request, row.status, "DISPUTED", index + line),
      DueDate: apiTime(view.account.dayStart(row.dueOn), view.timeZone),
      PaidDate: row.paidMs === null ? "" : apiTime(row.paidMs, view.timeZone),
    })),
    DetailedLineItems: groups.map((group) => ({
      AccountId: row.partnerId,
      Name: name,
      ProgramId: String(group.programId),
      ProgramName: programName(request, group.programId),
      EventMonthYear: group.month,
      ActionAmount: payoutOf(group.actions),
      OtherAmount: "0.00",
      TotalAmount: payoutOf(group.actions),
    })),
    PDF: `${base}/Invoices/${row.id}/Download`,
    Uri: `${base}/Invoices/${row.id}`,
  };
}
