import { Router } from "express";
import type { PageName } from "#sandbox/impact/ui/layout.ts";

/** impact.com's real addresses, as its help pages link them, and the sandbox page that stands for each. */
const PLACES: Record<string, PageName> = {
  "/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml": "contracts",
  "/secure/advertiser/engage/discover/radius/fr/partner_ui.ihtml": "contracts",
  "/secure/advertiser/finance/fr/finance-impact-invoices.ihtml": "invoices",
  "/secure/advertiser/engage/actions/open/pending-actions-flow.ihtml": "actions",
  "/secure/advertiser/finance/fr/finance-overview.ihtml": "balance",
  "/secure/advertiser/finance/fr/finance-subscription.ihtml": "balance",
  "/secure/advertiser/engage/additionalreports/report/viewReport.report": "actions",
  "/secure/mediapartner/report/viewReport.report": "contracts",
  "/secure/mediapartner/home/pview.ihtml": "balance",
};

/** Takes a person from a deep link to the account chooser, which then leads to the page meant. */
export function deepLinks(): Router {
  const router = Router();
  for (const [place, page] of Object.entries(PLACES))
    router.get(place, (_request, response) => response.redirect(303, `/impact?go=${page}`));
  router.get("/support/portal.ihtml", (_request, response) => response.redirect(303, "/help-desk"));
  return router;
}
