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

    const reading = await aClient().api.readContracts(CREDENTIALS, programs);

    const row = (id: string, status: string, endsOn: string | null = null) => ({
      id: `${id}-${status}`,
      partner: "10000",
      status,
      endsOn,
    });
    expect(reading).toEqual({
      outcome: "read",
      value: programs.flatMap(({ id }) => [
        row(id, "PENDING"),
        row(id, "UPCOMING"),
        row(id, "ACTIVE"),
        row(id, "EXPIRED", "2026-06-30"),
      ]),
    });
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

    const reading = await aClient().api.readContracts(CREDENTIALS, programs.slice(0, 1));

    expect(reading).toMatchObject({ value: [{ id: "S-1", status: "EXPIRED" }] });
  });

  it("in a status never seen before still have to be ended", async () => {
    server.use(
      impactGet("Campaigns/1000/Contracts", () =>
        HttpResponse.json(listBody("Contracts", [contract("S-1", "SUSPENDED")])),
      ),
    );

    const reading = await aClient().api.readContracts(CREDENTIALS, programs.slice(0, 1));

    expect(reading).toMatchObject({ value: [{ id: "S-1", status: "ACTIVE" }] });
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
