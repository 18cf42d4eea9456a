import { z } from "zod";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import type { Advertiser } from "#app/ports/impact-kinds.ts";
import { inZone } from "./days.server.ts";
import { ADVERTISER_STATES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { rowReader } from "./rows.server.ts";
import { id, nameOrNull, text } from "./scalars.server.ts";

// Advertiser, agency v3. RestAccountURL holds the brand's live token: what is not named here is dropped unread.
const row = inZone(({ dayOrNull }) =>
  rowReader(
    z.object({
      Id: id,
      Name: nameOrNull,
      State: text.catch("unknown"),
      Currency: z.string().nullish(),
      Timezone: z.string().nullish(),
      DateCreated: dayOrNull,
    }),
    (answer): Advertiser => ({
      id: answer.Id,
      name: answer.Name || answer.Id,
      state: ADVERTISER_STATES.find((each) => each === answer.State) ?? "unknown",
      currency: answer.Currency || null,
      timeZone: answer.Timezone || null,
      createdOn: answer.DateCreated,
    }),
  ),
);

/** Reads the accounts an agency manages. The document shows a bare list; one with paging fields is read as well. */
export function readAdvertisers(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<Advertiser[]>> {
  const key = "Advertisers";
  const named: Request = async (call) => {
    const answer = await request(call);
    if (answer.outcome !== "read") return answer;
    const isBare = Array.isArray(answer.value) || isAdvertiser(answer.value);
    return isBare ? { outcome: "read", value: { [key]: answer.value } } : answer;
  };
  return readList(named, { credentials, resource: key, path: [key], key, row: row(credentials.timeZone) });
}

/** The list of an agency with one brand may come as that brand. */
const isAdvertiser = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "Id" in answer && "State" in answer;
