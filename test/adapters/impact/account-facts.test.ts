import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ianaTimeZone } from "#app/adapters/impact/time-zones.server.ts";
import { CREDENTIALS, impactGet, listBody } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();

describe("the company", () => {
  const answerWith = (company: object) =>
    server.use(impactGet("CompanyInformation", () => HttpResponse.json(company)));
  const acme = { CompanyName: "Acme", Currency: "USD", Timezone: "(GMT -05:00) Eastern Time (US & Canada)" };

  it("is read with an IANA time zone", async () => {
    answerWith({ ...acme, Industry: "Retail" });
    expect(await aClient().api.readCompany(CREDENTIALS)).toEqual({
      outcome: "read",
      value: { name: "Acme", currency: "USD", timeZone: "America/New_York" },
    });
  });

  it.each([
    ["(GMT -08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"],
    ["(GMT -07:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"],
    ["(GMT -06:00) Central Time (US & Canada)", "America/Chicago"],
    ["(GMT+08:00) Beijing, Chongqing, Hong Kong, Urumqi", "Asia/Shanghai"],
    ["(UTC) Coordinated Universal Time", "UTC"],
    ["(GMT -05:00) Atlantis", null],
    ["constructor", null],
    ["", null],
  ])("shows its time zone as %j: %s", async (Timezone, timeZone) => {
    answerWith({ ...acme, Timezone });
    expect(await aClient().api.readCompany(CREDENTIALS)).toMatchObject({ value: { timeZone } });
    if (timeZone) expect(() => Temporal.Now.zonedDateTimeISO(ianaTimeZone(Timezone) ?? "")).not.toThrow();
  });

  it.each([
    ["CompanyName", { CompanyName: undefined }],
    ["Currency", { Currency: undefined }],
    ["Currency", { Currency: "dollars" }],
  ])("without a valid %s is an error that names it", async (field, damage) => {
    answerWith({ ...acme, ...damage });
    expect(await aClient().api.readCompany(CREDENTIALS)).toEqual({
      outcome: "unexpected-answer",
      resource: "CompanyInformation",
      field,
    });
  });
});

it("keeps the program states of the API and calls a new one unknown", async () => {
  const rows = [
    { Id: 1000, Name: "Acme", State: "DELINQUENT" },
    { Id: "2000", Name: "Other", State: "HIBERNATING" },
  ];
  server.use(impactGet("Campaigns", () => HttpResponse.json(listBody("Campaigns", rows))));

  expect(await aClient().api.readPrograms(CREDENTIALS)).toEqual({
    outcome: "read",
    value: [
      { id: "1000", name: "Acme", state: "DELINQUENT" },
      { id: "2000", name: "Other", state: "unknown" },
    ],
  });
});

it("reads catalogs in every status, one it has never seen as still there", async () => {
  const rows = [
    { Id: "99999", Name: "Main", Status: "ACTIVE" },
    { Id: 5, Name: "Old", Status: "ARCHIVED" },
  ];
  server.use(impactGet("Catalogs", () => HttpResponse.json(listBody("Catalogs", rows))));

  expect(await aClient().api.readCatalogs(CREDENTIALS)).toEqual({
    outcome: "read",
    value: [
      { id: "99999", name: "Main", status: "ACTIVE" },
      { id: "5", name: "Old", status: "ACTIVE" },
    ],
  });
});

describe("contracts", () => {
  const contract = (Id: string, Status: string, EndDate: string | null = "") => ({
    Id,
    PartnerId: 10000,
    Status,
    EndDate,
  });
  const programs = ["1000", "2000"].map((id) => ({ id, name: id, state: "ACTIVE" }));

  it("are read in every status of every program, open-ended ones without an end", async () => {
    server.use(
      ...programs.map(({ id }) =>
        impactGet(`Campaigns/${id}/Contracts`, (query) => {
          const status = query.get("Status") ?? "";
          const end = status === "EXPIRED" ? "2026-06-30T23:59:59-04:00" : null;
          return HttpResponse.json(listBody("Contracts", [contract(`${id}-${status}`, status, end)]));
        }),
      ),
    );

    const fetchResult = await aClient().api.readContracts(CREDENTIALS, programs);

    const row = (id: string, status: string, endsOn: string | null = null) => ({
      id: `${id}-${status}`,
      program: id,
      partner: "10000",
      status,
      endsOn,
    });
    expect(fetchResult).toEqual({
      outcome: "read",
      value: programs.flatMap(({ id }) => [
        row(id, "PENDING"),
        row(id, "UPCOMING"),
        row(id, "ACTIVE"),
        row(id, "EXPIRED", "2026-06-30"),
      ]),
    });
  });

  it("of one id in two programs are two, so that the running one does not end with the other", async () => {
    const none = HttpResponse.json(listBody("Contracts", []));
    const answer = (status: string, row: object) => (query: URLSearchParams) =>
      query.get("Status") === status ? HttpResponse.json(listBody("Contracts", [row])) : none.clone();
    const seven = (PartnerId: number, Status: string, EndDate: string | null) => ({
      ...{ Id: "7", PartnerId, Status, EndDate },
    });
    server.use(
      impactGet("Campaigns/1000/Contracts", answer("ACTIVE", seven(9, "ACTIVE", null))),
      impactGet("Campaigns/2000/Contracts", answer("EXPIRED", seven(8, "EXPIRED", "2026-01-01T00:00:00Z"))),
    );
    const who = { ...CREDENTIALS, timeZone: "America/New_York" };
    expect(await aClient().api.readContracts(who, programs)).toEqual({
      outcome: "read",
      value: [
        { id: "7", program: "1000", partner: "9", status: "ACTIVE", endsOn: null },
        // Midnight in UTC is the evening before in New York.
        { id: "7", program: "2000", partner: "8", status: "EXPIRED", endsOn: "2025-12-31" },
      ],
    });
  });

  it.each([
    // [moment, zone, day]: offsets of both zones by the IANA time zone database, 2026.
    ["2026-03-08T04:59:59Z", "America/New_York", "2026-03-07"],
    ["2026-03-08T05:00:00Z", "America/New_York", "2026-03-08"],
    ["2026-03-09T04:00:00Z", "America/New_York", "2026-03-09"],
    ["2026-05-31T15:00:00.000Z", "Asia/Tokyo", "2026-06-01"],
    ["2026-05-31T14:59:59+00:00", "Asia/Tokyo", "2026-05-31"],
    ["2026-05-31T23:59:59-07:00", "Asia/Tokyo", "2026-05-31"],
    ["2026-05-31", "America/New_York", "2026-05-31"],
  ])("end, by %s, in %s on %s", async (moment, timeZone, day) => {
    server.use(
      impactGet("Campaigns/1000/Contracts", (query) =>
        HttpResponse.json(
          listBody("Contracts", query.get("Status") === "ACTIVE" ? [contract("S-1", "ACTIVE", moment)] : []),
        ),
      ),
    );
    const fetchResult = await aClient().api.readContracts({ ...CREDENTIALS, timeZone }, programs.slice(0, 1));
    expect(fetchResult).toMatchObject({ value: [{ endsOn: day }] });
  });

  it("come once with their latest status when they change while they are read", async () => {
    server.use(
      impactGet("Campaigns/1000/Contracts", (query) => {
        const status = query.get("Status") ?? "";
        return HttpResponse.json(
          listBody("Contracts", ["ACTIVE", "EXPIRED"].includes(status) ? [contract("S-1", status)] : []),
        );
      }),
    );

    const fetchResult = await aClient().api.readContracts(CREDENTIALS, programs.slice(0, 1));

    expect(fetchResult).toMatchObject({ value: [{ id: "S-1", status: "EXPIRED" }] });
  });

  it("in a status never seen before still have to be ended", async () => {
    server.use(
      impactGet("Campaigns/1000/Contracts", () =>
        HttpResponse.json(listBody("Contracts", [contract("S-1", "SUSPENDED")])),
      ),
    );

    const fetchResult = await aClient().api.readContracts(CREDENTIALS, programs.slice(0, 1));

    expect(fetchResult).toMatchObject({ value: [{ id: "S-1", status: "ACTIVE" }] });
  });

  it("are not read at all when one status of one program fails", async () => {
    server.use(
      impactGet("Campaigns/1000/Contracts", (query) =>
        query.get("Status") === "EXPIRED"
          ? new HttpResponse(null, { status: 403 })
          : HttpResponse.json(listBody("Contracts", [])),
      ),
    );

    expect(await aClient().api.readContracts(CREDENTIALS, programs)).toEqual({
      outcome: "forbidden",
      resource: "Contracts",
    });
  });
});
