import { z } from "zod";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import type { PartnerContract } from "#app/ports/impact-kinds.ts";
import { contractStatus, readEveryStatus } from "./contract-statuses.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, text } from "./scalars.server.ts";

// Contract, partner v16. No end date means open-ended.
const row = z
  .object({ Id: text, CampaignId: text, Status: contractStatus, StartDate: dayOrNull, EndDate: dayOrNull })
  .transform(
    ({ Id, CampaignId, Status, StartDate, EndDate }): PartnerContract => ({
      id: Id,
      programId: CampaignId,
      status: Status,
      startsOn: StartDate,
      endsOn: EndDate,
    }),
  );

/** Reads a partner's contracts with all brands. */
export function readPartnerContracts(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<PartnerContract[]>> {
  const about = { credentials, resource: "Contracts", path: ["Contracts"], key: "Contracts", row } as const;
  return readEveryStatus((query) => readList(request, { ...about, query }));
}
