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

/** What the two APIs write differently about the same invoice. */
type Writing = {
  /** Brands get amounts, ids and counts as JSON numbers, partners as text. */
  amount: (text: string) => number | string;
  whole: (value: number) => number | string;
  /** Whom the invoice is for, under the names of the document. */
  party: (row: InvoiceRow, company: string) => JsonObject;
  /** The name the detailed lines carry. */
  name: (row: InvoiceRow, company: string) => string;
};

/** `GET /Invoices`, newest first, and `GET /Invoices/{id}`: partner invoices; fee invoices are not in the API. */
export function invoiceResources(writing: Writing): Resource[] {
  return [
    {
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
          invoiceJson(request, row, index, writing),
        );
      },
    },
    {
      path: "/Invoices/:invoiceId",
      category: "Invoices",
      answer(request): Answer {
        const row = request.view.invoices.find(({ id }) => id === request.params.invoiceId);
        if (!row) return notFound("Invoice");
        return { kind: "object", name: "Invoice", body: invoiceJson(request, row, 0, writing) };
      },
    },
  ];
}

function invoiceJson(request: ApiRequest, row: InvoiceRow, index: number, writing: Writing): JsonObject {
  const { view, base } = request;
  const { name: company } = view.account.seed.sandbox.company;
  const { amount, whole } = writing;
  const payout = (actions: readonly ActionRow[]) =>
    amount(fromMinor(sumMinor(actions.map((action) => action.source.file.payout))));
  const groups = lineGroups(row);
  const program = ({ programId }: LineGroup) => programName(request, programId);
  return {
    Id: row.id,
    CreatedDate: apiTime(view.account.dayStart(row.createdOn), view.timeZone),
    ...writing.party(row, company),
    Currency: view.account.seed.account.currency,
    TotalAmount: payout(row.actions),
    TotalVatAmount: amount("0.00"),
    LineItems: groups.map((group, line) => ({
      CampaignId: whole(group.programId),
      CampaignName: program(group),
      Description: "MEDIA_PAYOUT",
      EventMonthYear: group.month,
      Actions: whole(group.actions.length),
      NetItemAmount: payout(group.actions),
      VatItemAmount: amount("0.00"),
      TotalItemAmount: payout(group.actions),
      Status: enumValue(request, row.status, "DISPUTED", index + line),
      DueDate: apiTime(view.account.dayStart(row.dueOn), view.timeZone),
      PaidDate: row.paidMs === null ? "" : apiTime(row.paidMs, view.timeZone),
    })),
    DetailedLineItems: groups.map((group) => ({
      AccountId: row.partnerId,
      Name: writing.name(row, company),
      ProgramId: whole(group.programId),
      ProgramName: program(group),
      EventMonthYear: group.month,
      ActionAmount: payout(group.actions),
      OtherAmount: amount("0.00"),
      TotalAmount: payout(group.actions),
    })),
    PDF: `${base}/Invoices/${row.id}/Download`,
    Uri: `${base}/Invoices/${row.id}`,
  };
}

type LineGroup = {
  programId: number;
  /** Month and year of the events without a leading zero: "92018" (brand invoices v14). */
  month: string;
  actions: ActionRow[];
};

function lineGroups(row: InvoiceRow): LineGroup[] {
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
