import { afterEach, beforeEach, expect, it } from "vitest";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

let sandbox: Running;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

async function total(path: string): Promise<string> {
  return String((await sandbox.get(path)).body["@total"]);
}
const contracts = (status: string) => total(`/Campaigns/21001/Contracts?Status=${status}`);
const LOCKING =
  "/Actions?CampaignId=21001&LockingDateStart=2026-05-01T00:00:00Z&LockingDateEnd=2026-07-30T00:00:00Z";
const EXPIRE_ALL = { all: "1", shown: "S-7100001 S-7100002" };

it("ends a contract at 23:59:59 of the chosen day in the account's zone", async () => {
  await sandbox.post("/impact/accounts/story/contracts/expire", { id: "S-7100001", endsOn: "2026-05-14" });
  expect((await sandbox.get("/Campaigns/21001/Contracts")).body.Contracts).toMatchObject([
    { Id: "S-7100001", EndDate: "2026-05-14T23:59:59-04:00" },
    { Id: "S-7100002", EndDate: "" },
  ]);
  sandbox.moveTo("2026-05-14");
  expect([await contracts("ACTIVE"), await contracts("EXPIRED")]).toEqual(["2", "0"]);
  sandbox.moveTo("2026-05-15");
  expect([await contracts("ACTIVE"), await contracts("EXPIRED")]).toEqual(["1", "1"]);
});

it("tracks nothing from the day after all contracts have ended", async () => {
  await sandbox.post("/impact/accounts/story/contracts/expire", { ...EXPIRE_ALL, endsOn: "2026-05-29" });
  sandbox.moveTo("2026-06-25");
  expect(await total(LOCKING)).toBe("0");
  expect(sandbox.sandbox.events("story").map(({ kind }) => kind)).not.toContain("tracked");
});

it("still tracks conversions of the last day itself", async () => {
  await sandbox.post("/impact/accounts/story/contracts/expire", { ...EXPIRE_ALL, endsOn: "2026-05-30" });
  sandbox.moveTo("2026-06-25");
  expect(await total(LOCKING)).toBe("2");
});

it("does not end a contract in the past", async () => {
  await sandbox.post("/impact/accounts/story/contracts/expire", { ...EXPIRE_ALL, endsOn: "2026-01-01" });
  expect(await contracts("ACTIVE")).toBe("2");
  sandbox.moveTo("2026-05-13");
  expect(await contracts("EXPIRED")).toBe("2");
});

it("withdraws proposals and scheduled contracts on request", async () => {
  const sid = "IRbusyNordlicht0002";
  await sandbox.stop();
  sandbox = await startSandbox({ sid, token: "demo-token-busy" });
  const open = async () =>
    Promise.all(
      [22001, 22002].flatMap((program) =>
        ["UPCOMING", "PENDING"].map((status) => total(`/Campaigns/${program}/Contracts?Status=${status}`)),
      ),
    );
  expect((await open()).map(Number).reduce((sum, one) => sum + one)).toBe(6);
  await sandbox.post("/impact/accounts/busy/contracts/expire", { endsOn: "2026-05-12", withdraw: "1" });
  expect(await open()).toEqual(["0", "0", "0", "0"]);
});

it("locks an approved action at once and lets a reversed one pay nothing", async () => {
  sandbox.moveTo("2026-06-02");
  await sandbox.post("/impact/accounts/story/actions/approve", { id: "21001.4636.100001" });
  await sandbox.post("/impact/accounts/story/actions/reverse", { id: "21001.4636.100002" });
  const rows = (await sandbox.get(LOCKING)).body.Actions as { State: string; LockingDate: string }[];
  expect(rows).toMatchObject([
    { State: "REVERSED", Payout: 0 },
    { State: "APPROVED", LockingDate: "2026-06-02T09:00:00-04:00" },
  ]);
  sandbox.moveTo("2026-07-01");
  expect((await sandbox.get("/Invoices")).body.Invoices).toMatchObject([{ TotalAmount: 45 }]);
});

it("cannot change an action that has locked", async () => {
  sandbox.moveTo("2026-06-20");
  await sandbox.post("/impact/accounts/story/actions/reverse", { id: "21001.4636.100001" });
  expect(await total(`${LOCKING}&State=APPROVED`)).toBe("2");
});

it("clears the actions of an invoice when it is paid", async () => {
  sandbox.moveTo("2026-07-02");
  await sandbox.post("/impact/accounts/story/invoices/pay", { all: "1", shown: "31001-202606" });
  expect((await sandbox.get("/Invoices/31001-202606")).body.LineItems).toMatchObject([
    { Status: "PAID", PaidDate: "2026-07-02T09:00:00-04:00" },
  ]);
  expect((await sandbox.get(LOCKING)).body.Actions).toMatchObject([
    { ClearedDate: "2026-07-02T09:00:00-04:00" },
    { ClearedDate: "2026-07-02T09:00:00-04:00" },
  ]);
});

it("lets a deleted catalog vanish or turn CLOSED, by account", async () => {
  await sandbox.post("/impact/accounts/story/catalogs/delete", { id: "51001" });
  expect(await total("/Catalogs")).toBe("0");
  await sandbox.stop();
  sandbox = await startSandbox({ sid: "IRbusyNordlicht0002", token: "demo-token-busy" });
  await sandbox.post("/impact/accounts/busy/catalogs/delete", { id: "52001" });
  expect([await total("/Catalogs?Status=ACTIVE"), await total("/Catalogs?Status=CLOSED")]).toEqual([
    "1",
    "1",
  ]);
});

it("refuses the token of a closed account with 401", async () => {
  await sandbox.post("/impact/accounts/story/close", {});
  expect((await sandbox.get("/Campaigns")).status).toBe(401);
});

it("keeps changes and time over a restart, and forgets the changes on reset", async () => {
  await sandbox.post("/impact/accounts/story/catalogs/delete", { id: "51001" });
  sandbox.moveTo("2026-06-01");
  sandbox = await sandbox.restart();
  expect(sandbox.clock.now().toString()).toBe("2026-06-01T13:00:00Z");
  expect(await total("/Catalogs")).toBe("0");
  sandbox.sandbox.reset();
  sandbox = await sandbox.restart();
  expect(await total("/Catalogs")).toBe("1");
});

it("closes an account once: a second click keeps the day of the first", async () => {
  await sandbox.post("/impact/accounts/story/close", {});
  sandbox.moveTo("2026-05-20");
  const again = await sandbox.post("/impact/accounts/story/close", {});
  expect(again.headers.get("location")).toContain("n=0");
  const page = await (await sandbox.fetch("/impact/accounts/story/close?lang=en")).text();
  expect(page).toContain("Tue, May 12, 2026");
});
