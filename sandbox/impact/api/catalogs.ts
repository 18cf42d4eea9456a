import { enumValue, oneOf, plainPages } from "#sandbox/impact/api/filters.ts";
import { type Answer, listOf, type Resource } from "#sandbox/impact/api/resource.ts";
import { apiTime } from "#sandbox/impact/derive/days.ts";

const STATUSES = ["ACTIVE", "CLOSED", "DEACTIVATED", "PENDING"] as const;

/** `GET /Catalogs`: product catalogs; one pulled from a store says which store. */
export const catalogs: Resource = {
  path: "/Catalogs",
  category: "Catalogs",
  answer(request): Answer {
    const { query, view, base } = request;
    const status = oneOf(query, "Status", STATUSES);
    if (status.outcome === "refused") return status.answer;
    const campaign = query.get("CampaignId");
    const rows = view.catalogs.filter(
      (row) =>
        (status.value === null || row.status === status.value) &&
        (campaign === null || campaign === String(row.programId)),
    );
    return listOf({ name: "Catalogs", item: "Catalog" }, rows, plainPages(request), (row, index) => ({
      Id: row.id,
      Name: row.name,
      Filename: `${row.id}.csv`,
      AdvertiserId: row.programId,
      CampaignId: row.programId,
      Status: enumValue(request, row.status, "ARCHIVED", index),
      NumberOfItems: 120,
      DateLastUpdated: apiTime(row.updatedMs, view.timeZone),
      Currency: view.account.seed.account.currency,
      ServiceAreas: [view.account.seed.sandbox.company.country],
      UploadMethod: row.storeUrl === null ? "DIRECT_UPLOAD" : "SHOPPING_CART_PULL",
      ...(row.storeUrl === null
        ? {}
        : {
            ShoppingCart: {
              ShoppingCartType: "SHOPIFY",
              BaseUrl: row.storeUrl,
              CollectionIds: [],
              CollectionTitles: [],
            },
          }),
      ItemsUri: `${base}/Catalogs/${row.id}/Items`,
      Uri: `${base}/Catalogs/${row.id}`,
    }));
  },
};
