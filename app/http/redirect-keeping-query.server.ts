import { redirect } from "@remix-run/node";
import type { AccountKind } from "#app/ports/index.ts";

/**
 * From one page of the embedded app to another while it loads. The admin's parameters go along: opened by its address,
 * a page without them is refused.
 */
export const redirectKeepingQuery = (path: string, request: Request): Response =>
  redirect(`${path}${new URL(request.url).search}`);

/** An agency account has no way out that could be walked here: the hub says how to go on (domain.md 5 has none). */
export function refuseAgency({ kind }: { kind: AccountKind }, request: Request): void {
  if (kind === "agency") throw redirectKeepingQuery("/app/close", request);
}
