import { enumValue, oneOf, plainPages } from "#sandbox/impact/api/filters.ts";
import {
  type Answer,
  type ApiRequest,
  type JsonObject,
  listOf,
  type Resource,
} from "#sandbox/impact/api/resource.ts";
import type { ContractRow } from "#sandbox/impact/derive/contracts.ts";
import { apiTime, nextDay } from "#sandbox/impact/derive/days.ts";

const STATUSES = ["ACTIVE", "DECLINED", "EXPIRED", "PENDING", "UPCOMING"] as const;

/** `GET /Contracts` of a partner: all programs, only ACTIVE ones unless a status is asked for (contracts v16). */
export const partnerContracts: Resource = {
  path: "/Contracts",
  category: "Contracts",
  answer(request): Answer {
    const { query, view } = request;
    const status = oneOf(query, "Status", STATUSES);
    if (status.outcome === "refused") return status.answer;
    const wanted = status.value ?? "ACTIVE";
    const campaign = query.get("CampaignId");
    const rows = view.contracts.filter(
      (row) => row.status === wanted && (campaign === null || campaign === String(row.programId)),
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
  return {
    Id: row.id,
    CampaignId: String(row.programId),
    Status: enumValue(request, row.status, "SUSPENDED", index),
    StartDate: apiTime(account.dayStart(row.startsOn), timeZone),
    EndDate: row.endsOn === null ? "" : apiTime(account.dayStart(nextDay(row.endsOn)) - 1_000, timeZone),
    BrandSignatory: "Robin Banks",
    BrandSignatoryDate: created,
    PartnerSignatory: account.seed.sandbox.company.contactName,
    PartnerSignatoryDate: row.status === "PENDING" ? "" : created,
    DateCreated: created,
    DateLastUpdated: apiTime(row.updatedMs, timeZone),
    Terms: {
      TemplateTermName: "Public Terms",
      Currency: account.seed.account.currency,
      EventPayouts: [
        {
          EventTypeId: "18500",
          EventTypeName: "Online Sale",
          EventCategory: "SALE",
          DefaultPayoutRate: "7.5",
          PayoutLevel: "ORDER",
          Locking: { Basis: "TRACKED", Period: "MONTH", MonthOffset: "1", DayOffset: "0" },
          PayoutScheduling: { Basis: "LOCKED", Period: "END_OF_DAY" },
        },
      ],
      SpecialTermsList: [],
      ReturnPolicy: "ALWAYS_OK",
    },
    HasCampaignTerms: false,
    PdfUri: `${base}/Campaigns/${row.programId}/Contracts/${row.id}/Download`,
    Uri: `${base}/Contracts/${row.id}`,
  };
}
