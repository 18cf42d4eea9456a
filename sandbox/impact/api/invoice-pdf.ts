import { type Answer, notFound, type Resource } from "#sandbox/impact/api/resource.ts";
import type { InvoiceRow } from "#sandbox/impact/derive/invoices.ts";
import { fromMinor, sumMinor } from "#sandbox/impact/derive/minor.ts";

/** `GET /Invoices/{id}/Download`: the invoice as a PDF, with the figures of the list. */
export const invoicePdf: Resource = {
  path: "/Invoices/:invoiceId/Download",
  category: "Invoices",
  answer({ view, params }): Answer {
    const row = view.invoices.find(({ id }) => id === params.invoiceId);
    if (!row) return notFound("Invoice");
    const { currency } = view.account.seed.account;
    return { kind: "file", type: "application/pdf", bytes: pdfOf(linesOf(row, currency)) };
  },
};

function linesOf(row: InvoiceRow, currency: string): string[] {
  const total = fromMinor(sumMinor(row.actions.map((action) => action.source.file.payout)));
  return [
    `Invoice ${row.id}`,
    `Partner: ${row.partner} (${row.partnerId})`,
    `Date: ${row.createdOn}`,
    `Due: ${row.dueOn}`,
    `Actions: ${row.actions.length}`,
    `Total: ${total} ${currency}`,
    `Status: ${row.status}`,
    "This invoice is made up by a sandbox.",
  ];
}

/** A PDF of one page of text in a font every reader has; letters beyond Latin 1 become question marks. */
function pdfOf(lines: string[]): Uint8Array {
  const shown = lines.map(
    (line) => `(${line.replace(/[^\x20-\x7e\xa0-\xff]/g, "?").replace(/[\\()]/g, "\\$&")}) '`,
  );
  const content = `BT /F1 12 Tf 16 TL 56 790 Td\n${shown.join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
