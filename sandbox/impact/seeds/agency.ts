import type { Sketch } from "#sandbox/impact/seeds/sketch.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

/** An agency that manages some of the sandbox's brands, with their live tokens in its answers as at impact.com. */
export function agencyOf(brands: readonly PreparedAccount[]): Sketch {
  return {
    persona: "agency",
    key: "agency",
    sid: "IRagencyNorthwind0011",
    name: "Northwind Agency",
    country: "US",
    city: "Seattle",
    contact: "Chris North",
    currency: "USD",
    timeZone: "America/Los_Angeles",
    timezoneLabel: "(GMT -08:00) Pacific Time (US & Canada); Tijuana",
    signedUpOn: "2024-03-01",
    advertisers: brands.map(({ seed: { sandbox, account } }, index) => ({
      id: String(1_048_291 + index),
      name: sandbox.company.name,
      state: sandbox.programState === "DELINQUENT" ? "DELINQUENT" : "ACTIVE",
      website: sandbox.company.website,
      country: sandbox.company.country,
      timeZone: account.timeZone,
      currency: account.currency,
      createdOn: account.signedUpOn,
      sid: sandbox.sid,
      token: sandbox.token,
    })),
  };
}
