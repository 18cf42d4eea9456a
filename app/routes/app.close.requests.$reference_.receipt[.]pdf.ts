import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { nearestLocale } from "#app/messages/locales.ts";
import { receiptPdf } from "#app/services/evidence/receipt-pdf.server.ts";

/** The receipt to keep, in the language of the page that asks. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  const locale = nearestLocale(new URL(args.request.url).searchParams.get("locale"));
  return inTurn({ turns, shop, request: args.request }, async () => {
    const pdf = await receiptPdf({ shop, reference: args.params.reference ?? "", locale }, deps);
    if (!pdf) throw new Response(null, { status: 404 });
    return fileAnswer(pdf.bytes, { name: pdf.fileName, type: "application/pdf" });
  });
}
