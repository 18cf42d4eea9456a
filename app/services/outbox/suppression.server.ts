import type { SuppressionReason } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { pseudonym } from "../pseudonym.ts";

/** Why no mail goes to an address any more; null while mail may go. */
export async function suppressionOf(
  address: string | null,
  deps: Pick<Deps, "db" | "settings">,
): Promise<SuppressionReason | null> {
  if (address === null) return null;
  const found = await deps.db.suppressions.find(pseudonym("address", address, deps.settings));
  return found?.reason ?? null;
}
