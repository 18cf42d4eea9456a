import { z } from "zod";
import type { ContractItem, ImpactCredentials, Program, Reading } from "#app/ports/impact.ts";
import { ASKED_CONTRACTS, CONTRACT_STATUSES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, statusOf, text } from "./scalars.server.ts";

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended.
const status = statusOf(CONTRACT_STATUSES, "ACTIVE");

// Brand v14 gives the partner of a contract as an id only. No end date means open-ended.
const row = z
  .object({ Id: text, PartnerId: text, Status: status, EndDate: dayOrNull })
  .transform(({ Id, PartnerId, Status, EndDate }): ContractItem => {
    return { id: Id, partner: PartnerId, status: Status, endsOn: EndDate };
  });

/**
 * Reads the contracts of all programs in every status that can still matter for a closing. One status after another,
 * because the API lists only active contracts otherwise; one that moves on while we read is seen at least once.
 */
export async function readContracts(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
): Promise<Reading<ContractItem[]>> {
  const byId = new Map<string, ContractItem>();
  for (const program of programs) {
    for (const asked of ASKED_CONTRACTS) {
      const path = ["Campaigns", program.id, "Contracts"];
      const query = { Status: asked };
      const list = await readList(request, {
        credentials,
        resource: "Contracts",
        path,
        query,
        key: "Contracts",
        row,
      });
      if (list.outcome !== "read") return list;
      for (const contract of list.value) byId.set(contract.id, contract);
    }
  }
  return { outcome: "read", value: [...byId.values()] };
}
