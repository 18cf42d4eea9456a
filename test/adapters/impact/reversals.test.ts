import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { anAction, CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const programs = [{ id: "1000", name: "Acme", state: "ACTIVE" }];
const from = Temporal.PlainDate.from("2026-01-01");
const spans = { tracked: { from, to: from.add({ days: 150 }) }, locking: { from, to: from } };
const reversed = (Id: string, EventDate: string) =>
  anAction({ Id, EventDate, State: "REVERSED", Payout: 0, Amount: 0 });
const update = (Id: string, ActionId: string, UpdateDate: string) => ({
  Id,
  ActionId,
  UpdateDate,
  State: "REVERSED",
});
const read = (actions: unknown[], updates: Parameters<typeof impactGet>[1]) => {
  server.use(
    impactGet("Actions", () => HttpResponse.json(listBody("Actions", actions))),
    impactGet("ActionUpdates", updates),
  );
  return aClient().api.readActions(CREDENTIALS, programs, spans);
};

describe("a reversed action", () => {
  const action = reversed("1", "2026-05-03T10:00:00-04:00");

  it("keeps what it had cost and gets the day of its last reversal from the update log", async () => {
    const updates = [
      update("1.1", "1", "2026-05-10T23:59:00-04:00"),
      update("1.2", "1", "2026-05-12T00:10:00-04:00"),
      update("2.1", "elsewhere", "2026-05-20T00:00:00-04:00"),
    ];

    expect(await read([action], () => HttpResponse.json(listBody("ActionUpdates", updates)))).toMatchObject({
      outcome: "read",
      value: [{ state: "REVERSED", amount: "1000", payout: "75", reversedOn: "2026-05-12" }],
    });
  });

  it("has no known day of reversal when the token may not read the log", async () => {
    expect(await read([action], () => rawAnswer("", { status: 403 }))).toMatchObject({
      outcome: "read",
      value: [{ state: "REVERSED", reversedOn: null }],
    });
  });

  it("has no known day of reversal when the log is silent about it", async () => {
    expect(await read([action], () => HttpResponse.json(listBody("ActionUpdates", [])))).toMatchObject({
      outcome: "read",
      value: [{ reversedOn: null }],
    });
  });

  it("is not read at all when the log fails", async () => {
    expect(await read([action], () => rawAnswer("", { status: 500 }))).toEqual({
      outcome: "unavailable",
      reason: "server-error",
    });
  });

  it("that was approved after all has no day of reversal", async () => {
    const back = anAction({ Id: "2", EventDate: "2026-05-03T10:00:00-04:00", State: "APPROVED" });
    const updates = [update("2.1", "2", "2026-05-10T09:00:00-04:00")];

    const reading = await read([action, back], () => HttpResponse.json(listBody("ActionUpdates", updates)));

    expect(reading).toMatchObject({ value: [{ id: "1" }, { id: "2", state: "APPROVED", reversedOn: null }] });
  });

  it("asks the log only for windows in which something was reversed", async () => {
    const asked: (string | null)[] = [];
    await read([reversed("0", "2026-01-02T10:00:00-05:00"), action], (query) => {
      expect(query.get("State")).toBe("REVERSED");
      asked.push(query.get("ActionDateStart"), query.get("ActionDateEnd"));
      return HttpResponse.json(listBody("ActionUpdates", []));
    });

    // 122 days from 1 January lie between the two; the window in the middle has no reversal.
    expect(asked).toEqual([
      "2026-01-01T00:00:00Z",
      "2026-02-14T23:59:59Z",
      "2026-04-01T00:00:00Z",
      "2026-05-04T23:59:59Z",
    ]);
  });
});

it("asks the log nothing, and gives no day, for actions that are not reversed", async () => {
  const reading = await read([anAction({ EventDate: "2026-05-03T10:00:00-04:00" })], () =>
    rawAnswer("", { status: 500 }),
  );
  expect(reading).toMatchObject({ outcome: "read", value: [{ state: "PENDING", reversedOn: null }] });
});
