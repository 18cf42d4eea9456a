import { enumValue, oneOf, plainPages } from "#sandbox/impact/api/filters.ts";
import { type Answer, listOf, type Resource } from "#sandbox/impact/api/resource.ts";
import type { AccountView } from "#sandbox/impact/derive/view.ts";

const STATES = [
  "ACTIVE",
  "AWAITING_REVIEW",
  "CANCELLED",
  "CLOSED",
  "DEACTIVATED",
  "DELINQUENT",
  "REJECTED",
  "SETUP",
  "SETUP_COMPLETE",
] as const;

/** `GET /Campaigns`: the account's programs, by id. */
export const campaigns: Resource = {
  path: "/Campaigns",
  category: "Programs",
  answer(request): Answer {
    const { query, view, base } = request;
    const state = oneOf(query, "State", STATES);
    if (state.outcome === "refused") return state.answer;
    const name = query.get("Name");
    const { programs, company } = view.account.seed.sandbox;
    const current = stateOf(view);
    const rows = programs.filter(
      (program) =>
        (state.value === null || state.value === current) && (name === null || program.name === name),
    );
    return listOf({ name: "Campaigns", item: "Campaign" }, rows, plainPages(request), (program, index) => ({
      Id: program.id,
      Name: program.name,
      State: enumValue(request, current, "PAUSED", index),
      Type: "Performance",
      ShortDescription: "",
      LongDescription: "",
      ListInMarketplace: true,
      DisplayServicingAgency: false,
      Rating: 3,
      SearchKeywords: "",
      ShippingRegions: [company.country],
      Resources: { CompanyHomepage: company.website },
      GiftCardPayouts: false,
      TrademarkBidding: false,
      MobileReadyAds: true,
      PromoCodeTracking: false,
      ImpressionTracking: false,
      ViewThroughCrediting: false,
      IdentityMatching: "NONE",
      HasStandDownPolicy: false,
      Uri: `${base}/Campaigns/${program.id}`,
    }));
  },
};

/** DELINQUENT says that payments are overdue; it ends with them. */
function stateOf(view: AccountView): (typeof STATES)[number] {
  if (view.closed) return "CLOSED";
  const { programState } = view.account.seed.sandbox;
  if (programState !== "DELINQUENT") return programState;
  return view.invoices.some(({ status }) => status === "OVERDUE") ? "DELINQUENT" : "ACTIVE";
}
