import { HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const answer = (respond: () => Response) => server.use(impactGet("Advertisers", respond, "Agencies"));

const anAdvertiser = (overrides: Record<string, unknown> = {}) => ({
  Id: "1048291",
  Name: "Nutt & Co.",
  State: "ACTIVE",
  Currency: "USD",
  Timezone: "America/Chicago",
  DateCreated: "2021-03-15T09:22:11-07:00",
  RestAccountURL: "IRbrandSid0001:live-brand-token@api.impactradius.com/Advertisers/IRbrandSid0001",
  ...overrides,
});
const READ = {
  id: "1048291",
  name: "Nutt & Co.",
  state: "ACTIVE",
  currency: "USD",
  timeZone: "America/Chicago",
  createdOn: "2021-03-15",
};

describe("an agency's advertisers", () => {
  it.each([
    ["a bare list", [anAdvertiser()]],
    ["a list with paging fields", listBody("Advertisers", [anAdvertiser()])],
  ])("are read from %s", async (_shape, body) => {
    answer(() => HttpResponse.json(body));
    expect(await aClient().agency.readAdvertisers(CREDENTIALS)).toEqual({
      outcome: "read",
      value: [READ],
    });
  });

  it.each([
    ["an answer as documented", () => HttpResponse.json([anAdvertiser()])],
    ["an answer that lacks a field", () => HttpResponse.json([anAdvertiser({ Name: undefined })])],
    ["an answer that ends early", () => rawAnswer(JSON.stringify([anAdvertiser()]).slice(0, -2))],
    ["an error with the answer in it", () => rawAnswer(JSON.stringify([anAdvertiser()]), { status: 500 })],
  ])("never let the token of a brand out of the adapter (%s)", async (_name, respond) => {
    answer(respond);
    const { agency, lines } = aClient();
    const fetchResult = await agency.readAdvertisers(CREDENTIALS);
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify([fetchResult, lines])).not.toMatch(/live-brand-token|IRbrandSid|RestAccountURL/);
  });

  it("have a state of their own that nobody knows, and facts that may be empty", async () => {
    answer(() => HttpResponse.json([anAdvertiser({ State: "ON_NOTICE", Timezone: "", DateCreated: "" })]));
    expect(await aClient().agency.readAdvertisers(CREDENTIALS)).toEqual({
      outcome: "read",
      value: [{ ...READ, state: "unknown", timeZone: null, createdOn: null }],
    });
  });

  it("without an id are set aside, and nothing of their token with them", async () => {
    answer(() => HttpResponse.json([anAdvertiser({ Id: undefined }), anAdvertiser({ State: undefined })]));
    const fetchResult = await aClient().agency.readAdvertisers(CREDENTIALS);
    expect(fetchResult).toMatchObject({
      value: [{ state: "unknown" }],
      aside: [{ id: null, field: "Id", problem: "missing" }],
    });
    expect(JSON.stringify(fetchResult)).not.toContain("RestAccountURL");
  });

  it("are unknown, not none, when they may not be read", async () => {
    answer(() => rawAnswer("{}", { status: 403 }));
    expect(await aClient().agency.readAdvertisers(CREDENTIALS)).toEqual({
      outcome: "forbidden",
      resource: "Advertisers",
    });
  });
});
