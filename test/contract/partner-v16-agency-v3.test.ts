import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import { ALL_PROGRAMS, type FetchResult } from "#app/ports/index.ts";
import { planEverything, planUpdate } from "#app/services/sync/plan-slices.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";
import { CONTRACTS, operationOf, operationsBy } from "./openapi.ts";

type Exchange = { url: URL; status: number; body: unknown };

/** Parameters of every list, described in the introduction to the API and in no single specification. */
const PAGING = new Set(["Page", "PageSize"]);
const TODAY = Temporal.PlainDate.from("2026-06-10");
const ACCOUNTS = {
  partner: [
    { accountSid: "IRpartnerTrail0009", authToken: "demo-token-partner-small" },
    { accountSid: "IRpartnerQuiet0010", authToken: "demo-token-partner-zero" },
  ],
  agency: [{ accountSid: "IRagencyNorthwind0011", authToken: "demo-token-agency" }],
};
const RESOURCES = {
  partner: ["ActionUpdates", "Actions", "CompanyInformation", "Contracts", "Invoices", "WithdrawalSettings"],
  agency: ["Advertisers", "CompanyInformation"],
};

const KINDS = ["partner", "agency"] as const;
const CASES = CONTRACTS.flatMap((contract) => KINDS.map((kind) => ({ contract, kind })));

/** Every exchange with the accounts of a kind, made once for all the contracts. */
const exchanged: Partial<Record<"partner" | "agency", Promise<Exchange[]>>> = {};
const exchangesOf = (kind: "partner" | "agency"): Promise<Exchange[]> => {
  exchanged[kind] ??= readAccounts(kind);
  return exchanged[kind];
};

async function readAccounts(kind: "partner" | "agency"): Promise<Exchange[]> {
  const made: Exchange[] = [];
  for (const credentials of ACCOUNTS[kind]) {
    const sandbox = await startSandbox();
    sandbox.moveTo(TODAY.toString());
    await (kind === "partner" ? readPartner : readAgency)(clientOf(sandbox, made), credentials);
    await sandbox.stop();
  }
  return made;
}

describe.each(CASES)("the contract with the $kind API in $contract", ({ contract, kind }) => {
  const operations = operationsBy(contract, kind);

  it("is used for every resource the app reads", async () => {
    const used = new Set((await exchangesOf(kind)).map(({ url }) => url.pathname.split("/").at(-1)));
    expect([...used].sort()).toEqual(RESOURCES[kind]);
  });

  it("documents every request the client makes", async () => {
    for (const { url } of await exchangesOf(kind)) {
      const operation = operationOf(operations, url);
      const names = [...url.searchParams.keys()].filter((name) => !PAGING.has(name));
      for (const name of names) {
        const value = url.searchParams.get(name);
        const documented = operation.query.get(name);
        expect(documented, `${operation.template}: ${name} is not documented`).toBeDefined();
        expect(documented?.safeParse(value).error, `${operation.template}: ${name}=${value}`).toBeUndefined();
      }
      for (const name of operation.required) expect(names, operation.template).toContain(name);
    }
  });

  it("describes every answer the sandbox gives", async () => {
    const answers = (await exchangesOf(kind)).filter(({ status }) => status === 200);
    expect(answers.length).toBeGreaterThan(0);
    for (const { url, body } of answers) {
      const operation = operationOf(operations, url);
      const issues = operation.answer.safeParse(body, { reportInput: true }).error?.issues ?? [];
      expect(issues.slice(0, 3), operation.template).toEqual([]);
    }
  });

  it("would notice an answer of another shape", () => {
    const last = kind === "partner" ? "/Invoices" : "/Advertisers";
    const list = operations.find(({ template }) => template.endsWith(last));
    const bad = kind === "partner" ? { Invoices: [{ TotalAmount: 12 }] } : [{ State: "SOLD" }];
    expect(list?.answer.safeParse(bad).success).toBe(false);
  });
});

type Client = ReturnType<typeof createImpactApi>;
type Credentials = { accountSid: string; authToken: string };

function clientOf(sandbox: Running, exchanges: Exchange[]): Client {
  const recording: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const answer = await sandbox.fetch(url.pathname + url.search, init);
    exchanges.push({ url, status: answer.status, body: await answer.clone().json() });
    return answer;
  };
  const nothing = { debug: () => undefined, warn: () => undefined };
  const clock = { now: () => Temporal.Instant.from("2026-06-10T13:00:00Z") };
  return createImpactApi({ baseUrl: "http://localhost/impact-api", clock, log: nothing, fetch: recording });
}

async function readPartner(impact: Client, credentials: Credentials): Promise<void> {
  const partner = impact.of("partner");
  const programs = [{ id: ALL_PROGRAMS, name: "", state: "" }];
  const pending = { firstTracked: TODAY.subtract({ days: 60 }), lastLock: TODAY.add({ days: 60 }) };
  const slices = [
    ...planEverything(programs, TODAY).slice(-12),
    ...planUpdate(programs, TODAY, TODAY.subtract({ days: 3 }), pending),
  ];
  const fetchResults: FetchResult<unknown>[] = [
    await partner.readCompany(credentials),
    await partner.readContracts(credentials, programs),
    await partner.readInvoices(credentials),
    await partner.readWithdrawalSettings(credentials),
  ];
  for (const slice of slices) {
    const read = slice.list.startsWith("reversals") ? partner.readReversalPages : partner.readActionPages;
    fetchResults.push(await read(credentials, slice, async () => undefined));
  }
  for (const fetchResult of fetchResults) expect(fetchResult).toMatchObject({ outcome: "read" });
}

async function readAgency(impact: Client, credentials: Credentials): Promise<void> {
  const agency = impact.of("agency");
  expect(await agency.readCompany(credentials)).toMatchObject({ outcome: "read" });
  expect(await agency.readAdvertisers(credentials)).toMatchObject({ outcome: "read" });
}
