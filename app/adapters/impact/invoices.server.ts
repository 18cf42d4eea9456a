import { z } from "zod";
import type { FetchResult, ImpactCredentials, ListedInvoice } from "#app/ports/impact.ts";
import { type InvoiceLine, invoiceStatus } from "./invoice-status.server.ts";
import { INVOICE_STATUSES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { amount, dayOrNull, statusOf, text } from "./scalars.server.ts";

// A status we have never seen counts as PENDING, the careful reading: the invoice is not settled.
const status = statusOf(INVOICE_STATUSES, "PENDING");

const line = z
  .object({ Status: status, DueDate: dayOrNull, PaidDate: dayOrNull })
  .transform(
    ({ Status, DueDate, PaidDate }): InvoiceLine => ({ status: Status, dueOn: DueDate, paidOn: PaidDate }),
  );

// Invoice, brand v14: what the brand owes one partner. impact.com's own fee invoices are not in the API.
const row = z
  .object({
    Id: text,
    TotalAmount: amount,
    Currency: z.string().nullish(),
    LineItems: z.tuple([line], line),
  })
  .transform(({ Id, TotalAmount, Currency, LineItems }, context): ListedInvoice & { id: string } => {
    const { status, dueOn, paidOn } = invoiceStatus(LineItems);
    if (dueOn !== null)
      return {
        id: Id,
        item: { id: Id, dueOn, total: TotalAmount, status, paidOn },
        currency: Currency || null,
      };
    context.addIssue({
      code: "custom",
      path: ["LineItems", 0, "DueDate"],
      message: "no line has a due date",
    });
    return z.NEVER;
  });

/** Reads all partner invoices, one item per invoice. */
export function readInvoices(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<ListedInvoice[]>> {
  return readList(request, {
    credentials,
    resource: "Invoices",
    path: ["Invoices"],
    key: "Invoices",
    row,
    pagingOptional: true,
  });
}
