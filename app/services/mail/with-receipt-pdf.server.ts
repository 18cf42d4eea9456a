import { nearestLocale } from "#app/messages/locales.ts";
import type { MailRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { receiptPdf } from "../evidence/receipt-pdf.server.ts";
import type { Composed } from "./composed.ts";

type PdfDeps = Pick<Deps, "db" | "clock" | "settings" | "pdf" | "log">;

/** The receipt with its PDF. A document that cannot be made never holds the mail up: its text says the same. */
export async function withReceiptPdf(
  composed: Composed,
  { shop, locale, content }: MailRow,
  deps: PdfDeps,
): Promise<Composed> {
  if (composed.outcome !== "mail" || typeof content.reference !== "string") return composed;
  try {
    const input = { shop, reference: content.reference, locale: nearestLocale(locale) };
    const pdf = await receiptPdf(input, deps);
    if (!pdf) return composed;
    const attachments = [{ fileName: pdf.fileName, contentType: "application/pdf", bytes: pdf.bytes }];
    return { ...composed, mail: { ...composed.mail, attachments } };
  } catch (error) {
    deps.log.error({ err: error, shop }, "the receipt's PDF could not be made");
    return composed;
  }
}
