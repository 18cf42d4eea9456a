import { afterEach, beforeEach, expect, it } from "vitest";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox({ faultTimes: { dripMs: 5, holdMs: 40 } });
});
afterEach(() => sandbox.stop());

async function fault(kind: string, category?: string): Promise<Response> {
  return sandbox.fetch("/impact/faults", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ account: "story", kind, category }),
  });
}

const AUTHORIZATION = `Basic ${Buffer.from("IRs3StoryAcme0001:demo-token-story").toString("base64")}`;

/** A raw answer of the story's API. */
async function raw(path: string): Promise<Response> {
  return sandbox.fetch(`/impact-api/Advertisers/IRs3StoryAcme0001${path}`, {
    headers: { accept: "application/json", authorization: AUTHORIZATION },
  });
}

it.each([
  ["unauthorized", 401],
  ["forbidden", 403],
  ["rate-limit-brand", 429],
  ["rate-limit-partner", 429],
  ["server-error", 500],
])("answers %s with %i", async (kind, status) => {
  await fault(kind);
  const { status: given, body } = await sandbox.get("/Campaigns");
  expect(given).toBe(status);
  expect(body).toMatchObject({ Status: "ERROR" });
});

it("hits one category only when it is told to", async () => {
  await fault("forbidden", "Contracts");
  expect((await sandbox.get("/Campaigns/21001/Contracts")).status).toBe(403);
  expect((await sandbox.get("/Campaigns")).status).toBe(200);
});

it("speaks of rate limits in both styles", async () => {
  await fault("rate-limit-brand");
  const brand = await sandbox.get("/Campaigns");
  expect([brand.headers.get("x-ratelimit-reset"), brand.headers.get("retry-after")]).toEqual(["120", null]);
  await fault("rate-limit-partner");
  const partner = await sandbox.get("/Campaigns");
  expect([partner.headers.get("ratelimit-reset"), partner.headers.get("retry-after")]).toEqual([
    "120",
    "120",
  ]);
});

it("says ERROR inside an HTTP 200", async () => {
  await fault("error-in-200");
  expect(await sandbox.get("/Campaigns")).toMatchObject({ status: 200, body: { Status: "ERROR" } });
});

it("sends an HTML page with status 200", async () => {
  await fault("html-page");
  const answer = await raw("/Campaigns");
  expect(answer.headers.get("content-type")).toContain("text/html");
});

it("cuts JSON in half", async () => {
  await fault("truncated-json");
  const text = await (await raw("/Campaigns")).text();
  expect(text.startsWith("{")).toBe(true);
  expect(() => JSON.parse(text)).toThrow();
});

it("gives no answer at all", async () => {
  await fault("timeout");
  await expect(raw("/Campaigns")).rejects.toThrow();
});

it("drips an answer in small pieces", async () => {
  await fault("slow-drip");
  const reader = (await raw("/Campaigns")).body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.length).toBeLessThan(40);
  await reader?.cancel();
});

it("fails on the second page of a list that otherwise fits on one", async () => {
  await fault("page-2-fails", "Contracts");
  const first = await sandbox.get("/Campaigns/21001/Contracts");
  expect(first.body).toMatchObject({ "@numpages": "2", "@total": "2" });
  expect((await sandbox.get("/Campaigns/21001/Contracts?Page=2&PageSize=1")).status).toBe(500);
});

it.each(["Programs", "Invoices"])(
  "fails on the second page of %s, which hold one row or none",
  async (category) => {
    await fault("page-2-fails", category);
    const path = category === "Programs" ? "/Campaigns" : "/Invoices";
    expect((await sandbox.get(path)).body).toMatchObject({
      "@numpages": "2",
      "@nextpageuri": expect.stringMatching(/./),
    });
    expect((await sandbox.get(`${path}?Page=2`)).status).toBe(500);
  },
);

it("says what can be sent when it does not know the fault", async () => {
  const answer = await fault("no-such-fault");
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    accounts: expect.arrayContaining(["story"]),
    kinds: expect.arrayContaining(["page-2-fails"]),
    categories: expect.arrayContaining(["Programs", "all"]),
  });
});

it.each([
  ["/Campaigns", "Programs", "PAUSED"],
  ["/Campaigns/21001/Contracts", "Contracts", "SUSPENDED"],
  ["/Catalogs", "Catalogs", "ARCHIVED"],
])("gives %s a status no document knows", async (path, category, status) => {
  await fault("unknown-enum", category);
  expect(JSON.stringify((await sandbox.get(path)).body)).toContain(`"${status}"`);
});

it("stops when faults are cleared, by script or by form", async () => {
  await fault("server-error");
  await sandbox.post("/impact/accounts/story/faults/clear", {});
  expect((await sandbox.get("/Campaigns")).status).toBe(200);
});

it("refuses an unknown fault or account", async () => {
  expect((await fault("meteor")).status).toBe(400);
  const other = await sandbox.post("/impact/faults", { account: "nobody", kind: "server-error" });
  expect(other.status).toBe(400);
});

it("leaves other accounts alone", async () => {
  await fault("server-error");
  const authorization = `Basic ${Buffer.from("IRbusyNordlicht0002:demo-token-busy").toString("base64")}`;
  const answer = await sandbox.fetch("/impact-api/Advertisers/IRbusyNordlicht0002/Campaigns", {
    headers: { authorization, accept: "application/json" },
  });
  expect(answer.status).toBe(200);
});

it("plays rows as they come in real life now and then", async () => {
  sandbox.moveTo("2026-06-10");
  const window = "ActionDateStart=2026-05-01T00:00:00Z&ActionDateEnd=2026-06-10T23:59:59Z";
  const actions = async () => {
    const { body } = await sandbox.get(`/Actions?CampaignId=21001&${window}`);
    return body as { Actions: { Payout: number | null; MediaPartnerName: string }[] };
  };
  const plain = (await actions()).Actions;
  await fault("unreadable-row");
  expect((await actions()).Actions.map(({ Payout }) => Payout)).toEqual([
    null,
    ...plain.slice(1).map(({ Payout }) => Payout),
  ]);
  await fault("odd-amounts");
  expect(String((await actions()).Actions[0]?.Payout)).toMatch(/\.\d{4}$/);
  await fault("odd-text");
  expect((await actions()).Actions[0]?.MediaPartnerName).toContain("\u0000");
  await fault("odd-list");
  expect(Object.keys((await sandbox.get("/Campaigns")).body ?? {})).toEqual(["@total", "Campaigns"]);
  expect((await sandbox.get("/Campaigns/21001/Contracts?Status=PENDING")).body).toEqual({ "@total": "0" });
});
