import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import type { FetchResult } from "#app/ports/index.ts";
import { planEverything, planUpdate } from "#app/services/sync/plan-slices.ts";
import { demoAccounts } from "#sandbox/impact/seeds/index.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";
import { CONTRACTS, type Operation, operationOf, operationsBy } from "./openapi.ts";

type Exchange = { url: URL; body: unknown };

/** Parameters of every list, described in the introduction to the API and in no single specification. */
const PAGING = new Set(["Page", "PageSize"]);
const NOW = "2026-06-10T13:00:00Z";
const nothing = { debug: () => undefined, warn: () => undefined };

/** Every exchange with four accounts, made once for all the contracts. */
let exchanged: Promise<Exchange[]> | null = null;
const exchanges = (): Promise<Exchange[]> => {
  exchanged ??= readAccounts();
  return exchanged;
};

async function readAccounts(): Promise<Exchange[]> {
  const made: Exchange[] = [];
  const keys = ["story", "busy", "delinquent", "jpy"];
  for (const { seed } of demoAccounts().filter(({ seed: { sandbox } }) => keys.includes(sandbox.key))) {
    const { sid, token } = seed.sandbox;
    const sandbox = await startSandbox({ sid, token });
    sandbox.moveTo("2026-06-10");
    await readAll(sandbox, { accountSid: sid, authToken: token }, made);
    await sandbox.stop();
  }
  return made;
}

describe.each(CONTRACTS)("the contract with the Brand API v14 in %s", (contract) => {
  const operations = operationsBy(contract, "brand");

  it("is used for every resource the app reads", async () => {
    const used = new Set((await exchanges()).map(({ url }) => url.pathname.split("/").at(-1)));
    expect([...used].sort()).toEqual([
      "ActionUpdates",
      "Actions",
      "Campaigns",
      "Catalogs",
      "CompanyInformation",
      "Contracts",
      "Invoices",
    ]);
  });

  it("documents every request the client makes", async () => {
    for (const { url } of await exchanges()) {
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
    for (const { url, body } of await exchanges()) {
      const operation = operationOf(operations, url);
      const issues = operation.answer.safeParse(body, { reportInput: true }).error?.issues ?? [];
      const real = issues.filter((issue) => !isOwnContradiction(operation, issue));
      expect(real.slice(0, 3), operation.template).toEqual([]);
    }
  });

  it("would notice an answer of another shape", () => {
    const catalogs = operations.find(({ template }) => template.endsWith("/Catalogs"));
    const page = { "@page": "1", "@numpages": "1", "@pagesize": "100", "@total": "1", "@nextpageuri": "" };
    const answered = (Catalogs: unknown) => catalogs?.answer.safeParse({ ...page, Catalogs }).success;
    expect(answered([{ Id: "1", Name: "Main", Status: "ACTIVE" }])).toBe(true);
    expect(answered([{ Id: "1", Name: "Main", Status: "SOLD" }])).toBe(false);
    expect(answered("none")).toBe(false);
  });
});

/** The filter of contracts takes five statuses, the schema of a contract has two: what can be asked for can come. */
function isOwnContradiction({ query }: Operation, { path, input }: z.core.$ZodIssue): boolean {
  return path.at(-1) === "Status" && query.get("Status")?.safeParse(input).success === true;
}

/** Lets the real client read everything of an account, and keeps each request with its answer. */
async function readAll(
  sandbox: Running,
  credentials: { accountSid: string; authToken: string },
  exchanges: Exchange[],
): Promise<void> {
  const recording: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const answer = await sandbox.fetch(url.pathname + url.search, init);
    exchanges.push({ url, body: await answer.clone().json() });
    return answer;
  };
  const clock = { now: () => Temporal.Instant.from(NOW) };
  const api = createImpactApi({
    baseUrl: "http://localhost/impact-api",
    clock,
    log: nothing,
    fetch: recording,
  }).of("brand");
  const programs = await api.readPrograms(credentials);
  if (programs.outcome !== "read") throw new Error(programs.outcome);
  const today = Temporal.PlainDate.from("2026-06-10");
  const pending = { firstTracked: today.subtract({ days: 60 }), lastLock: today.add({ days: 60 }) };
  const slices = [
    ...planEverything(programs.value, today).slice(-30),
    ...planUpdate(programs.value, today, today.subtract({ days: 3 }), pending),
  ];
  const fetchResults: FetchResult<unknown>[] = [
    await api.readCompany(credentials),
    await api.readContracts(credentials, programs.value),
    await api.readInvoices(credentials),
    await api.readCatalogs(credentials),
  ];
  for (const slice of slices) {
    const read = slice.list.startsWith("reversals") ? api.readReversalPages : api.readActionPages;
    fetchResults.push(await read(credentials, slice, async () => undefined));
  }
  for (const { outcome } of fetchResults) if (outcome !== "read") throw new Error(outcome);
}
