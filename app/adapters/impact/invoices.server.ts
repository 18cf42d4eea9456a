import { z } from "zod";
import type { FetchResult, ImpactCredentials, ListedInvoice } from "#app/ports/impact.ts";
import { inZone } from "./days.server.ts";
import { type InvoiceLine, invoiceStatus } from "./invoice-status.server.ts";
import { INVOICE_STATUSES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { rowReader } from "./rows.server.ts";
import { amount, id, statusOf } from "./scalars.server.ts";

// A status we have never seen counts as PENDING, the careful reading: the invoice is not settled.
const status = statusOf(INVOICE_STATUSES, "PENDING");

// Invoice, brand v14: what the brand owes one partner, or less than nothing where it is a credit note. impact.com's own
// fee invoices are not in the API.
const row = inZone(({ dayOrNull }) => {
  const line = z
    .object({ Status: status, DueDate: dayOrNull, PaidDate: dayOrNull })
    .transform(
      ({ Status, DueDate, PaidDate }): InvoiceLine => ({ status: Status, dueOn: DueDate, paidOn: PaidDate }),
    );
  // One line may come as itself instead of as a list of one.
  const lines = z.preprocess(
    (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? [value] : value),
    z.tuple([line], line),
  );
  const wanted = z.object({ Id: id, TotalAmount: amount, Currency: z.string().nullish(), LineItems: lines });
  return rowReader(
    wanted,
    ({ Id, TotalAmount, Currency, LineItems }, context): ListedInvoice & { id: string } => {
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
    },
  );
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
    row: row(credentials.timeZone),
  });
}
