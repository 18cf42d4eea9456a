import { describe, expect, it } from "vitest";
import { impactLink, morePlaces, taskLink } from "#app/services/closing/impact-links.ts";

const APP = "https://app.impact.test";
const REPORT = `${APP}/secure/advertiser/engage/additionalreports/report/viewReport.report?id=65`;
const CREATORS = `${APP}/secure/advertiser/engage/discover/radius/fr/partner_ui.ihtml`;

describe("where a task is done in impact.com", () => {
  it("is its own screen of impact.com's app", () => {
    expect(taskLink("expire-contracts", APP)).toBe(
      `${APP}/secure/advertiser/engage/mediapartners/view-mediapartners-flow.ihtml`,
    );
    expect(taskLink("settle-invoices", APP)).toBe(
      `${APP}/secure/advertiser/finance/fr/finance-impact-invoices.ihtml`,
    );
    expect(taskLink("partner-contracts", APP)).toBe(
      `${APP}/secure/mediapartner/report/viewReport.report?handle=mp_io_history`,
    );
    expect(impactLink("support", APP)).toBe(`${APP}/support/portal.ihtml?createTicket=true`);
  });

  it("is impact.com's form for the refund", () => {
    expect(taskLink("refund-form", APP)).toMatch(
      /^https:\/\/res\.cloudinary\.com\/.*Client_refund_TEMPLATE\.pdf$/,
    );
  });

  it("is the app itself where no deep link is known", () => {
    expect(taskLink("delete-catalogs", APP)).toBe(APP);
  });

  it("is a second place for contracts and for actions, and for nothing else", () => {
    expect(morePlaces("expire-contracts", APP)).toEqual([{ place: "creators", url: CREATORS }]);
    expect(morePlaces("withdraw-switches", APP)).toEqual([{ place: "creators", url: CREATORS }]);
    expect(morePlaces("pay-actions", APP)).toEqual([{ place: "pending-report", url: REPORT }]);
    expect(morePlaces("settle-pending-actions", APP)).toEqual([{ place: "pending-report", url: REPORT }]);
    expect(morePlaces("settle-invoices", APP)).toEqual([]);
  });
});
