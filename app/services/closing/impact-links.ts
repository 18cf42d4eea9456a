import type { TaskKey } from "#app/domain/index.ts";

/** Where each task is done in impact.com (S0, S1, S2, H11, H16, H21, H49, H50); paths below impact.com's web app. */
export const IMPACT_PATHS = {
  "expire-contracts": "/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml",
  "settle-invoices": "/secure/advertiser/finance/fr/finance-impact-invoices.ihtml",
  "pay-actions": "/secure/advertiser/engage/actions/open/pending-actions-flow.ihtml",
  "withdraw-switches": "/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml",
  "settle-pending-actions": "/secure/advertiser/engage/actions/open/pending-actions-flow.ihtml",
  "cover-required-funding": "/secure/advertiser/finance/fr/finance-overview.ihtml",
  "wait-for-last-lock": "/secure/advertiser/engage/additionalreports/report/viewReport.report?id=65",
  "partner-contracts": "/secure/mediapartner/report/viewReport.report?handle=mp_io_history",
  "partner-upcoming": "/secure/mediapartner/home/pview.ihtml",
  "partner-overdue": "/secure/mediapartner/home/pview.ihtml",
  "partner-balance": "/secure/mediapartner/home/pview.ihtml",
  creators: "/secure/advertiser/engage/discover/radius/fr/partner_ui.ihtml",
  "pending-report": "/secure/advertiser/engage/additionalreports/report/viewReport.report?id=65",
  subscription: "/secure/advertiser/finance/fr/finance-subscription.ihtml",
  support: "/support/portal.ihtml?createTicket=true",
} as const;

export type LinkedPlace = keyof typeof IMPACT_PATHS;

/** What else a task is about: the screen some menus have in place of Partners (H49), and the report S0 names. */
const MORE_PLACES = {
  "expire-contracts": ["creators"],
  "withdraw-switches": ["creators"],
  "pay-actions": ["pending-report"],
  "settle-pending-actions": ["pending-report"],
} as const satisfies Partial<Record<TaskKey, readonly LinkedPlace[]>>;

export type MorePlace = { place: "creators" | "pending-report"; url: string };

/** impact.com's refund authorization form (S1 step 2). */
const REFUND_FORM_URL =
  "https://res.cloudinary.com/product-enablement/image/upload/v1755499933/Finance%20(Invoices)%20PDFs/AF_3_Client_refund_TEMPLATE.pdf";

/** Where impact.com takes somebody back who cancelled a subscription (S0). */
export const REACTIVATION = {
  page: "https://impact.com/contact/",
  email: "starter.edition@impact.com",
} as const;

export const impactLink = (place: LinkedPlace, impactAppUrl: string): string =>
  `${impactAppUrl}${IMPACT_PATHS[place]}`;

export const morePlaces = (key: TaskKey, impactAppUrl: string): MorePlace[] =>
  Object.hasOwn(MORE_PLACES, key)
    ? MORE_PLACES[key as keyof typeof MORE_PLACES].map((place) => ({
        place,
        url: impactLink(place, impactAppUrl),
      }))
    : [];

/** The page where a task is done. S1 names no deep link for catalogs: that path is in words. */
export function taskLink(key: TaskKey, impactAppUrl: string): string {
  if (key === "refund-form") return REFUND_FORM_URL;
  return Object.hasOwn(IMPACT_PATHS, key)
    ? impactLink(key as LinkedPlace & TaskKey, impactAppUrl)
    : impactAppUrl;
}
