import { afterEach, beforeEach, expect, it } from "vitest";
import { anAccount, anAction, SID, TOKEN } from "#test/sandbox/impact/account.ts";
import { type Running, startSandbox } from "#test/sandbox/impact/server.ts";

// The test's "now" is 2026-05-12T13:00Z.
let sandbox: Running;
beforeEach(async () => {
  const actions = [
    anAction({ id: "recent", trackedOn: "2026-05-08", locksOn: "2026-06-10" }),
    anAction({ id: "older", trackedOn: "2026-04-20", locksOn: "2026-07-01" }),
    anAction({ id: "just-locked", trackedOn: "2026-02-01", locksOn: "2026-05-11" }),
    anAction({
      id: "just-reversed",
      trackedOn: "2026-04-01",
      locksOn: "2026-06-01",
      reversedOn: "2026-05-11",
    }),
    anAction({ id: "open-ended", trackedOn: "2026-05-09", locksOn: null }),
  ];
  sandbox = await startSandbox({ accounts: [anAccount({ actions })], sid: SID, token: TOKEN });
});
afterEach(() => sandbox.stop());

/** Ids of the actions a query gives, newest first, or the status of a refusal. */
async function ask(query: string, path = "/Actions"): Promise<string[] | number> {
  const { status, body } = await sandbox.get(`${path}?CampaignId=900${query}`);
  return status === 200 ? (body.Actions as { Id: string }[]).map(({ Id }) => Id) : status;
}

it("gives only what was updated in the last 7 days when no window is asked for", async () => {
  expect(await ask("")).toEqual(["open-ended", "recent", "just-reversed"]);
});

it("hides older pending actions from a naive count of pending ones", async () => {
  expect(await ask("&State=PENDING")).toEqual(["open-ended", "recent"]);
});

it("does not count a lock as an update: only the locking window finds what has just locked", async () => {
  expect(await ask("&State=APPROVED&StartDate=2026-05-01T00:00:00Z&EndDate=2026-05-12T00:00:00Z")).toEqual(
    [],
  );
  expect(
    await ask("&State=APPROVED&LockingDateStart=2026-05-01T00:00:00Z&LockingDateEnd=2026-05-12T00:00:00Z"),
  ).toEqual(["just-locked"]);
});

it("counts a reversal as an update, whatever the day of the action", async () => {
  expect(await ask("&State=REVERSED&StartDate=2026-05-11T00:00:00Z&EndDate=2026-05-12T00:00:00Z")).toEqual([
    "just-reversed",
  ]);
});

it("finds actions by the day they happened", async () => {
  expect(await ask("&ActionDateStart=2026-04-15T00:00:00Z&ActionDateEnd=2026-05-01T00:00:00Z")).toEqual([
    "older",
  ]);
});

it("accepts 45 days and refuses more", async () => {
  expect(await ask("&StartDate=2026-03-28T00:00:00Z&EndDate=2026-05-12T00:00:00Z")).toHaveLength(4);
  expect(await ask("&StartDate=2026-03-27T23:59:59Z&EndDate=2026-05-12T00:00:00Z")).toBe(400);
});

it.each([
  ["a start without an end", "&StartDate=2026-05-01T00:00:00Z"],
  ["an end without a start", "&EndDate=2026-05-01T00:00:00Z"],
  ["a locking end without its start", "&LockingDateEnd=2026-05-01T00:00:00Z"],
  ["a day without a time", "&StartDate=2026-05-01&EndDate=2026-05-02"],
  ["a start over 3 years back", "&StartDate=2023-05-01T00:00:00Z&EndDate=2023-05-02T00:00:00Z"],
  ["an end before the start", "&StartDate=2026-05-02T00:00:00Z&EndDate=2026-05-01T00:00:00Z"],
  ["an unknown state", "&State=LOCKED"],
])("refuses %s", async (_what, query) => {
  expect(await ask(query)).toBe(400);
});

it("accepts a start just under 3 years back", async () => {
  expect(await ask("&StartDate=2023-05-13T00:00:00Z&EndDate=2023-05-14T00:00:00Z")).toEqual([]);
});

it.each(["/Actions", "/ActionUpdates"])("requires the campaign on %s", async (path) => {
  const { status, body } = await sandbox.get(path);
  expect(status).toBe(400);
  expect(body).toMatchObject({ Status: "ERROR", Errors: [{ Field: "CampaignId" }] });
});

it("lists locks and reversals as updates of their own in ActionUpdates", async () => {
  const { body } = await sandbox.get(
    "/ActionUpdates?CampaignId=900&StartDate=2026-05-10T00:00:00Z&EndDate=2026-05-12T13:00:00Z",
  );
  const rows = body.ActionUpdates as { ActionId: string; State: string; ClearingDate: string }[];
  expect(rows.map(({ ActionId, State, ClearingDate }) => [ActionId, State, ClearingDate])).toEqual([
    ["just-reversed", "REVERSED", ""],
    ["just-locked", "APPROVED", "2026-06-16T00:00:00+00:00"],
  ]);
});

it("says a reversed action is worth nothing and what it was meant to be worth", async () => {
  const { body } = await sandbox.get("/Actions?CampaignId=900&State=REVERSED");
  expect(body.Actions).toMatchObject([
    { Payout: 0, IntendedPayout: 10, DeltaPayout: -10, Amount: 0, IntendedAmount: 100 },
  ]);
});
