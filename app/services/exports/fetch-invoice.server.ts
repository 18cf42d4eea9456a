import { createHash } from "node:crypto";
import type { AccountKey, ConnectionRow, NotFetched } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

export type FetchOutcome = { outcome: "kept" } | NotFetched;

/**
 * Brings one invoice PDF from impact.com and keeps it; or says why it did not. There may be thousands of them: the
 * reserve of the hour's calls is left to the merchant's own checks.
 */
export async function fetchInvoice(
  input: { connection: ConnectionRow; invoiceId: string },
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal">,
): Promise<FetchOutcome> {
  const { shop, accountSid, sealedToken, kind } = input.connection;
  // An agency has no invoices of its own.
  if (sealedToken === null || kind === "agency") return { outcome: "not-connected" };
  const authToken = deps.seal.open(shop, sealedToken);
  const credentials = { accountSid, authToken, inBackground: true };
  const fetchResult = await deps.impact.of(kind).readInvoicePdf(credentials, input.invoiceId);
  if (fetchResult.outcome !== "read") return fetchResult;
  const key: AccountKey = { shop, accountSid };
  await deps.db.invoiceFiles.save(key, {
    invoiceId: input.invoiceId,
    bytes: fetchResult.value,
    sha256: createHash("sha256").update(fetchResult.value).digest("hex"),
    fetchedAt: deps.clock.now(),
  });
  return { outcome: "kept" };
}
