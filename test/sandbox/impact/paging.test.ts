import { afterEach, expect, it } from "vitest";
import { anAccount, anAction, SID, TOKEN } from "#test/sandbox/impact/account.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
afterEach(() => sandbox.stop());

/** A server with `count` actions, pages of 3 by default, at least 2, at most 4 pages. */
async function withActions(count: number) {
  const actions = Array.from({ length: count }, () => anAction());
  const limits = { actionsPageSize: 3, actionsMinPageSize: 2, actionsMaxPages: 4, listPageSize: 2 };
  sandbox = await startSandbox({ accounts: [anAccount({ actions, limits })], sid: SID, token: TOKEN });
}

it("tells page, size and total as strings, counting rows from 0", async () => {
  await withActions(7);
  const { body } = await sandbox.get("/Actions?CampaignId=900&Page=2");
  expect(body).toMatchObject({
    "@page": "2",
    "@numpages": "3",
    "@pagesize": "3",
    "@total": "7",
    "@start": "3",
    "@end": "5",
  });
  expect(body.Actions).toHaveLength(3);
});

it("leads through all pages by @nextpageuri, keeping the filters, each row once", async () => {
  await withActions(7);
  const ids: string[] = [];
  let path = "/Actions?CampaignId=900&State=PENDING";
  for (let pages = 0; path !== ""; pages += 1) {
    expect(pages).toBeLessThan(3);
    const { body } = await sandbox.get(path);
    ids.push(...(body.Actions as { Id: string }[]).map(({ Id }) => Id));
    path = String(body["@nextpageuri"]).replace(`/Advertisers/${SID}`, "");
  }
  expect(new Set(ids).size).toBe(7);
  expect(ids).toHaveLength(7);
});

it("gives an empty list with the same fields when there is nothing", async () => {
  await withActions(0);
  const { body } = await sandbox.get("/Actions?CampaignId=900");
  expect(body).toMatchObject({ Actions: [], "@total": "0", "@numpages": "1", "@nextpageuri": "" });
});

it("refuses a page size under the minimum", async () => {
  await withActions(3);
  const { status, body } = await sandbox.get("/Actions?CampaignId=900&PageSize=1");
  expect(status).toBe(400);
  expect(body).toMatchObject({ Status: "ERROR", Errors: [{ Field: "PageSize" }] });
});

it("answers with an error when the result has more pages than allowed", async () => {
  await withActions(13);
  expect((await sandbox.get("/Actions?CampaignId=900")).status).toBe(400);
  expect((await sandbox.get("/Actions?CampaignId=900&PageSize=4")).body).toMatchObject({ "@numpages": "4" });
});

it.each(["0", "-1", "x", "1.5"])("refuses page %s", async (page) => {
  await withActions(1);
  expect((await sandbox.get(`/Actions?CampaignId=900&Page=${page}`)).status).toBe(400);
});

it("uses impact.com's own limits unless an account has others", async () => {
  sandbox = await startSandbox();
  const { body } = await sandbox.get("/Actions?CampaignId=21001");
  expect(body["@pagesize"]).toBe("20000");
  expect((await sandbox.get("/Actions?CampaignId=21001&PageSize=1999")).status).toBe(400);
});
