import { z } from "zod";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import type { Advertiser } from "#app/ports/impact-kinds.ts";
import { ADVERTISER_STATES } from "./known-values.server.ts";
import { readList } from "./paging.server.ts";
import type { Request } from "./request.server.ts";
import { dayOrNull, text } from "./scalars.server.ts";

// Advertiser, agency v3. RestAccountURL holds the brand's live token: what is not named here is dropped unread.
const row = z
  .object({
    Id: text,
    Name: text,
    State: text,
    Currency: z.string().nullish(),
    Timezone: z.string().nullish(),
    DateCreated: dayOrNull,
  })
  .transform(
    (answer): Advertiser => ({
      id: answer.Id,
      name: answer.Name,
      state: ADVERTISER_STATES.find((each) => each === answer.State) ?? "unknown",
      currency: answer.Currency || null,
      timeZone: answer.Timezone || null,
      createdOn: answer.DateCreated,
    }),
  );

/** Reads the accounts an agency manages. The document shows a bare list; one with paging fields is read as well. */
export function readAdvertisers(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<Advertiser[]>> {
  const key = "Advertisers";
  const named: Request = async (call) => {
    const answer = await request(call);
    const isBare = answer.outcome === "read" && Array.isArray(answer.value);
    return isBare ? { outcome: "read", value: { [key]: answer.value } } : answer;
  };
  return readList(named, { credentials, resource: key, path: [key], key, row, pagingOptional: true });
}
