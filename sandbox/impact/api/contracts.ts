import { enumValue, oneOf, plainPages } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  notFound,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import type { ContractRow } from "#sandbox/impact/derive/contracts.ts";
import { apiTime, nextDay } from "#sandbox/impact/derive/days.ts";

const STATUSES = ["ACTIVE", "DECLINED", "EXPIRED", "PENDING", "UPCOMING"] as const;

/** `GET /Campaigns/{id}/Contracts`: only ACTIVE ones unless a status is asked for (brand contracts v14). */
export const contracts: Resource = {
  path: "/Campaigns/:campaignId/Contracts",
  category: "Contracts",
  answer(request): Answer {
    const { params, query, view } = request;
    const program = view.account.seed.sandbox.programs.find(({ id }) => String(id) === params.campaignId);
    if (!program) return notFound("Campaign");
    const status = oneOf(query, "Status", STATUSES);
    if (status.outcome === "refused") return status.answer;
    const wanted = status.value ?? "ACTIVE";
    const partner = query.get("PartnerId");
    const rows = view.contracts.filter(
      (row) =>
        row.programId === program.id &&
        row.status === wanted &&
        (partner === null || partner === String(row.partnerId)),
    );
    return listOf({ name: "Contracts", item: "Contract" }, rows, plainPages(request), (row, index) =>
      contractJson(request, row, index),
    );
  },
};

function contractJson(request: ApiRequest, row: ContractRow, index: number): JsonObject {
  const { view, base } = request;
  const { account, timeZone } = view;
  const created = apiTime(row.createdMs, timeZone);
  const uri = `${base}/Campaigns/${row.programId}/Contracts/${row.id}`;
  return {
    Id: row.id,
    PartnerId: row.partnerId,
    PartnerValue1: "",
    Status: enumValue(request, row.status, "SUSPENDED", index),
    StartDate: apiTime(account.dayStart(row.startsOn), timeZone),
    // A contract ends at 23:59:59 of its last day (H11).
    EndDate: row.endsOn === null ? "" : apiTime(account.dayStart(nextDay(row.endsOn)) - 1_000, timeZone),
    BrandSignatory: account.seed.sandbox.company.contactName,
    BrandSignatoryDate: created,
    PartnerSignatory: row.partner,
    PartnerSignatoryDate: row.status === "PENDING" ? "" : created,
    DateCreated: created,
    DateLastUpdated: apiTime(row.updatedMs, timeZone),
    TemplateTerms: {
      TemplateId: 99999,
      VersionId: 1,
      Name: "Public Terms",
      Labels: [],
      Currency: account.seed.account.currency,
      EventPayouts: [
        {
          EventTypeId: 18500,
          EventTypeName: "Online Sale",
          EventCategory: "SALE",
          DefaultPayoutRate: 7.5,
          PayoutLevel: "ORDER",
          PayoutGroups: [],
        },
      ],
      PromotionalTerms: [],
    },
    ScheduledTerms: [],
    CampaignTerms: [],
    HasCampaignTerms: false,
    PdfUri: `${uri}/Download`,
    Uri: uri,
  };
}
