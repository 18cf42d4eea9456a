import { describe, expect, it } from "vitest";
import type { AccountKind, FetchResult, ReadFailure } from "#app/ports/index.ts";
import { findKind } from "#app/services/connection/find-kind.server.ts";
import { createFakeImpact } from "#test/fakes/deps.ts";

const credentials = { accountSid: "IRone", authToken: "s3cr3t" };
const company = { name: "Acme", currency: "USD", timeZone: null };
const unauthorized: ReadFailure = { outcome: "unauthorized" };
const forbidden: ReadFailure = { outcome: "forbidden", resource: "CompanyInformation" };
const notFound: ReadFailure = {
  outcome: "unexpected-answer",
  resource: "CompanyInformation",
  field: "HTTP 404",
};
const incomplete: ReadFailure = { ...notFound, field: "Currency" };
const outage: ReadFailure = { outcome: "unavailable", reason: "server-error" };
const timeout: ReadFailure = { outcome: "unavailable", reason: "timeout" };
const wait: ReadFailure = { outcome: "rate-limited", retryAt: null };
const read: FetchResult<typeof company> = { outcome: "read", value: company };

async function find(answers: Record<AccountKind, FetchResult<typeof company>>) {
  const asked: AccountKind[] = [];
  const ask = (kind: AccountKind) => async () => {
    asked.push(kind);
    return answers[kind];
  };
  const impact = createFakeImpact();
  const found = await findKind(credentials, {
    ...impact,
    readCompany: ask("brand"),
    partner: { ...impact.partner, readCompany: ask("partner") },
    agency: { ...impact.agency, readCompany: ask("agency") },
  });
  return { found, asked };
}

describe("whose account it is", () => {
  it.each<[AccountKind, Record<AccountKind, FetchResult<typeof company>>, AccountKind[]]>([
    ["brand", { brand: read, partner: unauthorized, agency: unauthorized }, ["brand"]],
    ["partner", { brand: unauthorized, partner: read, agency: unauthorized }, ["brand", "partner"]],
    ["partner", { brand: forbidden, partner: read, agency: unauthorized }, ["brand", "partner"]],
    ["partner", { brand: notFound, partner: read, agency: unauthorized }, ["brand", "partner"]],
    ["partner", { brand: outage, partner: read, agency: unauthorized }, ["brand", "partner"]],
    ["agency", { brand: forbidden, partner: forbidden, agency: read }, ["brand", "partner", "agency"]],
  ])("is a %s's when its own company information can be read (%#)", async (kind, answers, expected) => {
    expect(await find(answers)).toEqual({ found: { outcome: "found", kind, company }, asked: expected });
  });

  it.each<[string, ReadFailure, Record<AccountKind, FetchResult<typeof company>>]>([
    ["the credentials", unauthorized, { brand: unauthorized, partner: unauthorized, agency: unauthorized }],
    ["the credentials", unauthorized, { brand: notFound, partner: unauthorized, agency: notFound }],
    ["the missing scope", forbidden, { brand: unauthorized, partner: forbidden, agency: unauthorized }],
    ["the outage", outage, { brand: outage, partner: unauthorized, agency: forbidden }],
    ["the missing field", incomplete, { brand: incomplete, partner: unauthorized, agency: unauthorized }],
  ])("is not guessed when none can be read: %s is the reason told (%#)", async (_what, failure, answers) => {
    expect((await find(answers)).found).toEqual({ outcome: "refused", failure });
  });

  it.each([timeout, wait])("is not asked for further when impact.com answers %j", async (failure) => {
    const { found, asked } = await find({ brand: failure, partner: read, agency: read });
    expect([found, asked]).toEqual([{ outcome: "refused", failure }, ["brand"]]);
  });
});
