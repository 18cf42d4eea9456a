import type { SuppressionReason } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { currentPseudonym } from "../pseudonym.ts";

/** Why no mail goes to an address any more; null while mail may go. */
export async function suppressionOf(
  address: string | null,
  deps: Pick<Deps, "db" | "settings">,
): Promise<SuppressionReason | null> {
  if (address === null) return null;
  const { db, settings } = deps;
  const mac = await currentPseudonym("address", address, { settings, store: db.suppressions });
  const found = await db.suppressions.find(mac);
  return found?.reason ?? null;
}
