import { afterEach, beforeEach, expect, it } from "vitest";
import { anAccount, SID, TOKEN } from "#test/sandbox/impact/account.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const basic = (sid: string, token: string) => `Basic ${Buffer.from(`${sid}:${token}`).toString("base64")}`;
const STORY = basic("IRs3StoryAcme0001", "demo-token-story");

async function ask(path: string, headers: Record<string, string>, method = "GET") {
  const response = await sandbox.fetch(`/impact-api${path}`, {
    method,
    headers: { accept: "application/json", ...headers },
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

it.each([
  ["no credentials", {}],
  ["a wrong token", { authorization: basic("IRs3StoryAcme0001", "demo-token-wrong") }],
  ["an unknown SID", { authorization: basic("IRnobody", "demo-token-story") }],
  ["another scheme", { authorization: "Bearer demo-token-story" }],
])("answers 401 with an error envelope to %s", async (_what, headers) => {
  const answer = await ask("/Advertisers/IRs3StoryAcme0001/Campaigns", headers);
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toEqual({ Status: "ERROR", Message: "Access denied" });
});

it("answers 403 when the path names another account", async () => {
  const answer = await ask("/Advertisers/IRbusyNordlicht0002/Campaigns", { authorization: STORY });
  expect(answer.status).toBe(403);
});

it("answers 404 to an unknown resource and 405 to a write", async () => {
  const base = "/Advertisers/IRs3StoryAcme0001";
  expect((await ask(`${base}/Nothing`, { authorization: STORY })).status).toBe(404);
  expect((await ask(`${base}/Invoices/none`, { authorization: STORY })).status).toBe(404);
  expect((await ask(`${base}/Campaigns/1/Contracts`, { authorization: STORY })).status).toBe(404);
  expect((await ask(`${base}/Actions`, { authorization: STORY }, "PUT")).status).toBe(405);
});

it("answers in XML unless JSON is asked for by name", async () => {
  const answer = await ask("/Advertisers/IRs3StoryAcme0001/Campaigns", {
    authorization: STORY,
    accept: "*/*",
  });
  expect(answer.type).toContain("text/xml");
  expect(answer.text).toContain('<ImpactRadiusResponse><Campaigns page="1" numpages="1"');
  expect(answer.text).toContain("<Campaign><Id>21001</Id><Name>Acme Outdoor</Name>");
});

it("escapes text in XML", async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ accounts: [anAccount()], sid: SID, token: TOKEN });
  const authorization = basic(SID, TOKEN);
  const answer = await ask(`/Advertisers/${SID}/CompanyInformation`, { authorization, accept: "*/*" });
  expect(answer.text).toContain("<CompanyName>Test &amp; &lt;Sons&gt;</CompanyName>");
});

it("refuses a token that is disabled, and one without the category, with 403", async () => {
  const scopes = ["CompanyInformation", "Programs", "Actions", "ActionUpdates", "Invoices", "Catalogs"];
  await sandbox.post("/impact/accounts/story/api", { scope: scopes });
  expect((await sandbox.get("/Campaigns/21001/Contracts")).status).toBe(403);
  expect((await sandbox.get("/Campaigns")).status).toBe(200);
  await sandbox.post("/impact/accounts/story/api", { scope: scopes, disabled: "1" });
  expect((await sandbox.get("/Campaigns")).status).toBe(403);
});

it("counts calls in the rate limit headers and answers 429 when the hour's calls are used up", async () => {
  await sandbox.stop();
  const limits = { perHour: 2, catalogsPerHour: 5 };
  sandbox = await startSandbox({ accounts: [anAccount({ limits })], sid: SID, token: TOKEN });
  expect((await sandbox.get("/Campaigns")).headers.get("x-ratelimit-remaining")).toBe("1");
  await sandbox.get("/CompanyInformation");
  const refused = await sandbox.get("/Campaigns");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("x-ratelimit-limit")).toBe("2");
  expect(Number(refused.headers.get("x-ratelimit-reset"))).toBe(3600);
  expect((await sandbox.get("/Catalogs")).headers.get("x-ratelimit-limit")).toBe("5");
  sandbox.clock.moveBy({ days: 1 });
  expect((await sandbox.get("/Campaigns")).status).toBe(200);
});

it("gives company facts in the account's own words", async () => {
  const { body } = await sandbox.get("/CompanyInformation");
  expect(body).toMatchObject({
    CompanyName: "Acme Outdoor",
    Currency: "USD",
    Timezone: "(GMT -05:00) Eastern Time (US & Canada)",
  });
});
