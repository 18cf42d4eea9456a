import { z } from "zod";
import type { ImpactCredentials, InvoiceItem, Reading } from "#app/ports/impact.ts";
import { invoiceStanding } from "./invoice-standing.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, decimal, text } from "./scalars.server.ts";

const line = z
  .object({ Status: text, DueDate: dayOrNull, PaidDate: dayOrNull })
  .transform(({ Status, DueDate, PaidDate }) => ({ status: Status, dueOn: DueDate, paidOn: PaidDate }));

// Invoice, brand v14: what the brand owes one partner. impact.com's own fee invoices are not in the API.
const row = z.object({ Id: text, TotalAmount: decimal, LineItems: z.array(line) }).transform(
  ({ Id, TotalAmount, LineItems }): InvoiceItem => ({
    id: Id,
    total: TotalAmount,
    ...invoiceStanding(LineItems),
  }),
);

/** Reads all partner invoices, one item per invoice. */
export function readInvoices(
  request: Request,
  credentials: ImpactCredentials,
): Promise<Reading<InvoiceItem[]>> {
  return readList(request, {
    credentials,
    resource: "Invoices",
    path: ["Invoices"],
    key: "Invoices",
    row,
    pagingOptional: true,
  });
}
