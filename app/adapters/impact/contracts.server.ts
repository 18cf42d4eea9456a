import { z } from "zod";
import type { ContractItem, FetchResult, ImpactCredentials, Program, SetAside } from "#app/ports/impact.ts";
import { contractStatus, readEveryStatus } from "./contract-statuses.server.ts";
import { inZone } from "./days.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { readWith, rowReader } from "./rows.server.ts";
import { id } from "./scalars.server.ts";

// Brand v14 gives the partner of a contract as an id only. No end date means open-ended.
const row = inZone(({ dayOrNull }) =>
  rowReader(
    z.object({ Id: id, PartnerId: id, Status: contractStatus, EndDate: dayOrNull }),
    ({ Id, PartnerId, Status, EndDate }): ContractItem => {
      return { id: Id, partner: PartnerId, status: Status, endsOn: EndDate };
    },
  ),
);

/** Reads the contracts of all programs. Nothing says that an id is used in one program only, so each keeps its program. */
export async function readContracts(
  request: Request,
  credentials: ImpactCredentials,
  programs: Program[],
): Promise<FetchResult<ContractItem[]>> {
  const contracts: ContractItem[] = [];
  const aside: SetAside[] = [];
  const reader = row(credentials.timeZone);
  for (const { id: program } of programs) {
    const path = ["Campaigns", program, "Contracts"];
    const about = { credentials, resource: "Contracts", path, key: "Contracts", row: reader } as const;
    const ofProgram = await readEveryStatus((query) => readList(request, { ...about, query }));
    if (ofProgram.outcome !== "read") return ofProgram;
    for (const contract of ofProgram.value) contracts.push({ ...contract, program });
    aside.push(...(ofProgram.aside ?? []));
  }
  return readWith(contracts, aside);
}
