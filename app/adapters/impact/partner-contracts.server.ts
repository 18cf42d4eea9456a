import { z } from "zod";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import type { PartnerContract } from "#app/ports/impact-kinds.ts";
import { contractStatus, readEveryStatus } from "./contract-statuses.server.ts";
import { inZone } from "./days.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { rowReader } from "./rows.server.ts";
import { id } from "./scalars.server.ts";

// Contract, partner v16. No end date means open-ended.
const row = inZone(({ dayOrNull }) =>
  rowReader(
    z.object({ Id: id, CampaignId: id, Status: contractStatus, StartDate: dayOrNull, EndDate: dayOrNull }),
    ({ Id, CampaignId, Status, StartDate, EndDate }): PartnerContract => ({
      id: Id,
      programId: CampaignId,
      status: Status,
      startsOn: StartDate,
      endsOn: EndDate,
    }),
  ),
);

/** Nothing says that an id is used in one program only. */
const keyOf = ({ programId, id }: PartnerContract): string => `${programId} ${id}`;

/** Reads a partner's contracts with all brands. */
export function readPartnerContracts(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<PartnerContract[]>> {
  const reader = row(credentials.timeZone);
  const about = { credentials, resource: "Contracts", path: ["Contracts"], key: "Contracts" } as const;
  return readEveryStatus((query) => readList(request, { ...about, row: reader, keyOf, query }), keyOf);
}
