import { afterEach, beforeEach, expect, it } from "vitest";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

/** States and locking days of the story's actions, asked for by locking date. */
async function lockedInJune() {
  const { body } = await sandbox.get(
    "/Actions?CampaignId=21001&LockingDateStart=2026-06-01T00:00:00Z&LockingDateEnd=2026-06-30T00:00:00Z",
  );
  const rows = body.Actions as { State: string; Payout: number; Amount: number; LockingDate: string }[];
  return rows.map(({ State, Payout, Amount, LockingDate }) => [State, Amount, Payout, LockingDate]);
}

it("has nothing tracked on the day of sign-up", async () => {
  expect(await lockedInJune()).toEqual([]);
});

it("shows the first conversions as pending once 30 May has come", async () => {
  sandbox.moveTo("2026-05-29");
  expect(await lockedInJune()).toEqual([]);
  sandbox.moveTo("2026-05-30");
  expect(await lockedInJune()).toEqual([
    ["PENDING", 400, 30, "2026-06-20T00:00:00-04:00"],
    ["PENDING", 600, 45, "2026-06-20T00:00:00-04:00"],
  ]);
});

it("shows them as approved from their locking day on", async () => {
  sandbox.moveTo("2026-06-19");
  expect((await lockedInJune()).map(([state]) => state)).toEqual(["PENDING", "PENDING"]);
  sandbox.moveTo("2026-06-20");
  expect((await lockedInJune()).map(([state]) => state)).toEqual(["APPROVED", "APPROVED"]);
});

it("makes one partner invoice of 75 on 1 July, which is overdue after 16 July", async () => {
  sandbox.moveTo("2026-06-30");
  expect((await sandbox.get("/Invoices")).body).toMatchObject({ "@total": "0", Invoices: [] });
  sandbox.moveTo("2026-07-01");
  expect((await sandbox.get("/Invoices")).body.Invoices).toMatchObject([
    {
      Id: "31001-202606",
      CreatedDate: "2026-07-01T00:00:00-04:00",
      TotalAmount: 75,
      LineItems: [
        {
          EventMonthYear: "52026",
          Actions: 2,
          TotalItemAmount: 75,
          Status: "PENDING",
          DueDate: "2026-07-16T00:00:00-04:00",
          PaidDate: "",
        },
      ],
    },
  ]);
  sandbox.moveTo("2026-07-17");
  expect((await sandbox.get("/Invoices/31001-202606")).body).toMatchObject({
    LineItems: [{ Status: "OVERDUE" }],
  });
});

it("starts with two active contracts and one catalog of the shop", async () => {
  const contracts = (await sandbox.get("/Campaigns/21001/Contracts")).body;
  expect(contracts).toMatchObject({
    "@total": "2",
    Contracts: [{ Id: "S-7100001", Status: "ACTIVE", EndDate: "" }, { Id: "S-7100002" }],
  });
  expect((await sandbox.get("/Catalogs?Status=ACTIVE")).body.Catalogs).toMatchObject([
    { Id: "51001", ShoppingCart: { BaseUrl: "https://acme-outdoor.myshopify.com" } },
  ]);
});

it("moves from event to event through the worked example", async () => {
  const days: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    const answer = await sandbox.fetch("/clock", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ by: "next-event", account: "story" }),
    });
    const { now } = (await answer.json()) as { now: string };
    days.push(now.slice(0, 10));
  }
  expect(days).toEqual(["2026-05-30", "2026-06-01", "2026-06-02", "2026-06-20", "2026-07-01", "2026-07-02"]);
});
