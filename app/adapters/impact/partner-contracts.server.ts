import { z } from "zod";
import type { ImpactCredentials, Reading } from "#app/ports/impact.ts";
import type { PartnerContract } from "#app/ports/impact-kinds.ts";
import { ASKED_CONTRACTS, CONTRACT_STATUSES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, statusOf, text } from "./scalars.server.ts";

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended.
const status = statusOf(CONTRACT_STATUSES, "ACTIVE");

// Contract, partner v16. No end date means open-ended.
const row = z
  .object({ Id: text, CampaignId: text, Status: status, StartDate: dayOrNull, EndDate: dayOrNull })
  .transform(
    ({ Id, CampaignId, Status, StartDate, EndDate }): PartnerContract => ({
      id: Id,
      programId: CampaignId,
      status: Status,
      startsOn: StartDate,
      endsOn: EndDate,
    }),
  );

/**
 * Reads a partner's contracts in every status that can still matter for a closing; a later status wins. One by one,
 * because only active contracts are listed otherwise.
 */
export async function readPartnerContracts(
  request: Request,
  credentials: ImpactCredentials,
): Promise<Reading<PartnerContract[]>> {
  const byId = new Map<string, PartnerContract>();
  for (const asked of ASKED_CONTRACTS) {
    const list = await readList(request, {
      credentials,
      resource: "Contracts",
      path: ["Contracts"],
      query: { Status: asked },
      key: "Contracts",
      row,
    });
    if (list.outcome !== "read") return list;
    for (const contract of list.value) byId.set(contract.id, contract);
  }
  return { outcome: "read", value: [...byId.values()] };
}
