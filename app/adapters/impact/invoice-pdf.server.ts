import type { Temporal } from "temporal-polyfill";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import { readAnswer } from "../read-answer.server.ts";
import type { AccountRoot } from "./account-path.server.ts";
import { classify } from "./classify.server.ts";
import { TOO_LARGE, unexpectedAnswer } from "./failures.server.ts";
import type { Ask } from "./request.server.ts";

/** An invoice is a few pages; more than this is no invoice, or would fill the memory. */
export const MAX_PDF_BYTES = 5 * 1024 * 1024;
const RESOURCE = "Invoices";

/** What stands in `field` when the answer is no PDF that can be kept. */
export const NO_PDF = { type: "Content-Type", size: TOO_LARGE, start: "%PDF-" } as const;

/**
 * The PDF of one partner invoice (`GET /Invoices/{id}/Download`, brand v14 and partner v16). Anything but a whole PDF of a bearable
 * size is a failure that says why; there is never an empty file.
 */
export async function readInvoicePdf(
  ask: Ask,
  credentials: ImpactCredentials,
  invoiceId: string,
  root: AccountRoot = "Advertisers",
): Promise<FetchResult<Uint8Array>> {
  const call = { root, credentials, resource: RESOURCE, path: ["Invoices", invoiceId, "Download"] } as const;
  // "." and ".." would leave the list of invoices; the rest is escaped.
  if (/^\.{0,2}$/.test(invoiceId)) return unexpectedAnswer(RESOURCE, "HTTP 404");
  return ask(call, { accept: "application/pdf", read: readPdf });
}

async function readPdf(response: Response, now: Temporal.Instant): Promise<FetchResult<Uint8Array>> {
  const { status, headers } = response;
  if (status !== 200) {
    await response.body?.cancel();
    return refusal({ status, headers }, now);
  }
  const type = (headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/pdf") {
    await response.body?.cancel();
    return unexpectedAnswer(RESOURCE, NO_PDF.type);
  }
  const bytes = await readAnswer(MAX_PDF_BYTES, response);
  if (bytes === null) return unexpectedAnswer(RESOURCE, NO_PDF.size);
  return Buffer.from(bytes.subarray(0, NO_PDF.start.length)).toString("latin1") === NO_PDF.start
    ? { outcome: "read", value: bytes }
    : unexpectedAnswer(RESOURCE, NO_PDF.start);
}

/** The status alone says what is wrong; a body is looked at with status 200 only. */
function refusal(
  answer: Pick<Response, "status" | "headers">,
  now: Temporal.Instant,
): FetchResult<Uint8Array> {
  const fetchResult = classify(RESOURCE, { ...answer, value: () => null }, now);
  return fetchResult.outcome === "read" ? unexpectedAnswer(RESOURCE, NO_PDF.type) : fetchResult;
}
