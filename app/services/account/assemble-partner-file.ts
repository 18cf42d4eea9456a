import type { AccountFileJson } from "#app/domain/index.ts";
import type { PartnerContract } from "#app/ports/index.ts";
import type { KnownBodies } from "./known-bodies.ts";
import type { StatedFacts } from "./stated-facts.ts";

/**
 * The account file of a partner account, but for its actions. What was told of a brand's account stays out of it. A
 * partner has no edition and no fee, so nothing is computed from `edition` and `signedUpOn`; the latter is the first
 * day on which the account is known to exist (docs/account-file.md).
 */
export function assemblePartnerFile(
  facts: Pick<StatedFacts, "partnerBalance">,
  bodies: KnownBodies,
  basis: { currency: string; timeZone: string; connectedOn: string },
): unknown {
  const { connectedOn, ...currencyAndZone } = basis;
  const contracts = (bodies.Contracts ?? null) as PartnerContract[] | null;
  const starts = (contracts ?? []).flatMap(({ startsOn }) => startsOn ?? []);
  return {
    version: 1,
    kind: "partner",
    edition: "starter",
    ...currencyAndZone,
    signedUpOn: [...starts, connectedOn].sort()[0],
    trialEndsOn: null,
    minimumFee: null,
    card: { everCharged: null },
    fundingBalance: facts.partnerBalance ?? null,
    actions: null,
    contracts:
      contracts?.map(({ id, programId, status, endsOn }) => ({
        ...{ id, program: programId, partner: programId },
        ...{ status, endsOn },
      })) ?? null,
    invoices: (bodies.Invoices ?? null) as AccountFileJson["invoices"],
    // A partner has no catalogs: known to be none.
    catalogs: [],
  };
}
