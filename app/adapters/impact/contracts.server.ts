import { z } from "zod";
import type { ContractItem, ImpactCredentials, Program, Reading } from "#app/ports/impact.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, statusOf, text } from "./scalars.server.ts";

/**
 * Asked one by one because the API lists only active contracts otherwise. In the order of a contract's life: one
 * that moves on while we read is then seen at least once, and its later status wins.
 */
const ASKED = ["PENDING", "UPCOMING", "ACTIVE", "EXPIRED"] as const;

// A status we have never seen counts as ACTIVE, the careful reading: the contract still has to be ended.
const status = statusOf<ContractItem["status"]>([...ASKED, "DECLINED"], "ACTIVE");

// Brand v14 gives the partner of a contract as an id only. No end date means open-ended.
const row = z
  .object({ Id: text, PartnerId: text, Status: status, EndDate: dayOrNull })
  .transform(({ Id, PartnerId, Status, EndDate }): ContractItem => {
    return { id: Id, partner: PartnerId, status: Status, endsOn: EndDate };
  });

/** Reads the contracts of all programs in every status that can still matter for a closing. */
export async function readContracts(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
): Promise<Reading<ContractItem[]>> {
  const byId = new Map<string, ContractItem>();
  for (const program of programs) {
    for (const asked of ASKED) {
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
