import { Temporal } from "temporal-polyfill";
import { type Account, closureReport, explainFigure } from "#app/domain/index.ts";
import type { MailReport, PdfDocument } from "#app/ports/index.ts";
import { readMailReport } from "../mail/read-report.server.ts";
import { createPdfWriter } from "../pdf/pdf-writer.server.ts";

/** What a thread of the pool does, by name. In and out go plain values only: a message between threads has no methods. */
export type PlainDocument = Omit<PdfDocument, "madeAt"> & { madeAt: string };
export type Reckoning = { account: Account; on: string };

const pdf = createPdfWriter();

export const writePdf = (document: PlainDocument): Promise<Uint8Array> =>
  pdf.write({ ...document, madeAt: Temporal.Instant.from(document.madeAt) });

export const readReport = (raw: Uint8Array): Promise<MailReport> => readMailReport(raw);

export const explain = ({ account, on, figure }: Reckoning & { figure: string }) =>
  explainFigure(account, { on: Temporal.PlainDate.from(on), figure });

export const closure = ({ account, on }: Reckoning) =>
  closureReport(account, { on: Temporal.PlainDate.from(on) });
