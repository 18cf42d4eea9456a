import {
  addressKey,
  isSuppressed,
  NO_TROUBLE,
  oneMailbox,
  type Suppression,
  type SuppressionReason,
} from "#app/domain/index.ts";
import type { SuppressionStore } from "#app/ports/index.ts";
import type { Deps, ServiceSettings } from "../deps.ts";
import { currentPseudonym } from "../pseudonym.ts";

/** What an address is recognised by, however it is spelled; of a field with several, the one that is mailed. */
export function addressMac(
  field: string,
  places: { settings: Pick<ServiceSettings, "secrets">; store: Pick<SuppressionStore, "rekey"> },
): Promise<string> {
  const address = oneMailbox(field) ?? field;
  return currentPseudonym("address", addressKey(address) ?? address, places);
}

/** What holds mail to an address back now; null while mail may go. */
async function findSuppression(
  address: string | null,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<Suppression | null> {
  if (address === null) return null;
  const { settings, db } = deps;
  const mac = await addressMac(address, { settings, store: db.suppressions });
  const { suppression } = await db.suppressions.find(mac);
  return isSuppressed(suppression, deps.clock.now()) ? suppression : null;
}

/** Why no mail goes to an address now; null while mail may go. */
export async function suppressionOf(
  address: string | null,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<SuppressionReason | null> {
  return (await findSuppression(address, deps))?.reason ?? null;
}

/** For the merchant: `bounce` is a mailbox that is gone, `soft` one that refused twice and rests until `until`. */
export type SuppressionView = {
  reason: SuppressionReason | "soft";
  since: string;
  until: string | null;
};

export async function showSuppression(
  address: string | null,
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<SuppressionView | null> {
  const found = await findSuppression(address, deps);
  return (
    found && {
      reason: found.endsAt === null ? found.reason : "soft",
      since: found.suppressedAt.toString(),
      until: found.endsAt?.toString() ?? null,
    }
  );
}

/** The merchant says that their mailbox takes mail: it is written to again, and the next refusal counts anew. */
export async function liftSuppression(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "settings">,
): Promise<"lifted" | "nothing-to-lift"> {
  const address = (await deps.db.shops.find(input.shop))?.contactEmail ?? null;
  if (address === null || (await findSuppression(address, deps)) === null) return "nothing-to-lift";
  const { settings } = deps;
  await deps.db.transact(async ({ suppressions }) =>
    suppressions.save(await addressMac(address, { settings, store: suppressions }), NO_TROUBLE),
  );
  return "lifted";
}
