import type { AccountFileJson } from "#app/domain/index.ts";
import type { ImpactResource } from "#app/ports/index.ts";
import { currencyAndZone } from "./currency-and-zone.ts";
import type { KnownBodies } from "./known-bodies.ts";
import type { StatedFacts } from "./stated-facts.ts";

/**
 * The account file of one shop, but for its actions, out of what was checked and what was told; null while the sign-up date, without which
 * no fee date can be worked out, is not known. A list never read is null: not known, which is not empty.
 */
export function assembleFile(
  facts: StatedFacts,
  bodies: KnownBodies,
  shop: { currency: string; timeZone: string },
): unknown | null {
  if (!facts.signedUpOn) return null;
  const list = (resource: ImpactResource) => bodies[resource] ?? null;
  return {
    version: 1,
    kind: "brand",
    edition: facts.edition ?? "starter",
    ...currencyAndZone(facts, bodies, shop),
    signedUpOn: facts.signedUpOn,
    trialEndsOn: facts.trialEndsOn ?? null,
    minimumFee: facts.minimumFee ?? null,
    card: { everCharged: facts.cardEverCharged ?? null },
    fundingBalance: facts.fundingBalance ?? null,
    // Actions are kept as rows, already read by the file's rules; the caller adds them.
    actions: null,
    contracts: list("Contracts") as AccountFileJson["contracts"],
    invoices: list("Invoices") as AccountFileJson["invoices"],
    catalogs: list("Catalogs") as AccountFileJson["catalogs"],
  };
}
