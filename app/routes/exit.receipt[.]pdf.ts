import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { inTurn } from "#app/http/turns.ts";
import { PAGE_HEADERS, requireVisitor } from "#app/http/visitor.server.ts";
import { receiptPdf } from "#app/services/evidence/receipt-pdf.server.ts";
import { openReference } from "#app/services/requests/show-request.server.ts";

/** The receipt of the visitor's request, whose link was opened before. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps, turns } = context.container;
  const { shop, locale } = await requireVisitor(request, context);
  return inTurn({ turns, shop, request }, async () => {
    const reference = await openReference({ shop }, deps);
    const pdf = reference === null ? null : await receiptPdf({ shop, reference, locale }, deps);
    if (!pdf) throw redirect("/exit", { headers: PAGE_HEADERS });
    return fileAnswer(pdf.bytes, { name: pdf.fileName, type: "application/pdf" }, PAGE_HEADERS);
  });
}
