import { z } from "zod";
import type { ContractItem, FetchResult, ImpactCredentials, Program } from "#app/ports/impact.ts";
import { contractStatus, readEveryStatus } from "./contract-statuses.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, text } from "./scalars.server.ts";

// Brand v14 gives the partner of a contract as an id only. No end date means open-ended.
const row = z
  .object({ Id: text, PartnerId: text, Status: contractStatus, EndDate: dayOrNull })
  .transform(({ Id, PartnerId, Status, EndDate }): ContractItem => {
    return { id: Id, partner: PartnerId, status: Status, endsOn: EndDate };
  });

/** Reads the contracts of all programs. */
export async function readContracts(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
): Promise<FetchResult<ContractItem[]>> {
  const byId = new Map<string, ContractItem>();
  for (const { id } of programs) {
    const path = ["Campaigns", id, "Contracts"];
    const about = { credentials, resource: "Contracts", path, key: "Contracts", row } as const;
    const ofProgram = await readEveryStatus((query) => readList(request, { ...about, query }));
    if (ofProgram.outcome !== "read") return ofProgram;
    for (const contract of ofProgram.value) byId.set(contract.id, contract);
  }
  return { outcome: "read", value: [...byId.values()] };
}
