import type { AgencyApi } from "#app/ports/impact-kinds.ts";
import { readAdvertisers } from "./agency-advertisers.server.ts";
import { readCompany } from "./company.server.ts";
import type { Noted } from "./noted.server.ts";
import { type Request, requestOf } from "./request.server.ts";

/** The Agency API v3. */
export function createAgencyApi(request: Request, noted: Noted): AgencyApi {
  const ask = requestOf("agency", request);
  return {
    readCompany: (who) => noted("agency.readCompany", readCompany(ask, who)),
    readAdvertisers: (who) => noted("agency.readAdvertisers", readAdvertisers(ask, who)),
  };
}
