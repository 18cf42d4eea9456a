import { enumValue } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  notFound,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";
import type { AdvertiserSeed } from "#sandbox/impact/state/seed.ts";

/** `GET /Advertisers` of an agency: a bare list, with each brand's live token in it (agency advertisers v3). */
export const advertisers: Resource = {
  path: "/Advertisers",
  category: "Advertisers",
  answer(request): Answer {
    const all = request.view.account.seed.sandbox.advertisers;
    const rows = all.map((one, index) => advertiserJson(request, one, index));
    return { kind: "bare-list", name: "Advertisers", item: "Advertiser", rows };
  },
};

/** `GET /Advertisers/{id}` of an agency. */
export const advertiser: Resource = {
  path: "/Advertisers/:advertiserId",
  category: "Advertisers",
  answer(request): Answer {
    const all = request.view.account.seed.sandbox.advertisers;
    const found = all.find(({ id }) => id === request.params.advertiserId);
    if (!found) return notFound("Advertiser");
    return { kind: "object", name: "Advertiser", body: advertiserJson(request, found, 0) };
  },
};

function advertiserJson(request: ApiRequest, one: AdvertiserSeed, index: number): JsonObject {
  const { view, base } = request;
  return {
    Id: one.id,
    Name: one.name,
    Description: "",
    State: enumValue(request, one.state, "ON_NOTICE", index),
    Website: one.website,
    AddressLine1: "1 Sandbox Street",
    AddressLine2: "",
    City: "Sandbox",
    CountryState: "OTHER",
    PostalCode: "00000",
    Country: one.country,
    IndirectTaxJurisdiction: "",
    VatRegistered: "false",
    OrganizationType: "CORP",
    TaxId: "",
    IndirectTaxNumber: "",
    Timezone: one.timeZone,
    Currency: one.currency,
    PhoneNumber: "12065550100",
    DateCreated: apiTime(view.account.dayStart(one.createdOn), view.timeZone),
    FinancialSetup: "BILLED_BY_IR",
    AgencyOfRecord: "true",
    RestAccountURL: `${one.sid}:${one.token}@api.impactradius.com/Advertisers/${one.sid}`,
    Uri: `${base}/Advertisers/${one.id}`,
  };
}
