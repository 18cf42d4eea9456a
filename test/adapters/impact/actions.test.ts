import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { anAction, CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const programs = [{ id: "1000", name: "Acme", state: "ACTIVE" }];
const span = (from: string, to: string) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
});
const none = span("2026-06-01", "2026-06-01");
const may = { tracked: span("2026-05-01", "2026-06-01"), locking: none };
const answerWith = (...actions: unknown[]) =>
  server.use(impactGet("Actions", () => HttpResponse.json(listBody("Actions", actions))));
const readMay = () => aClient().api.readActions(CREDENTIALS, programs, may);

describe("an action", () => {
  it("is read with its amounts to the digit and its days in the account's zone", async () => {
    const action = JSON.stringify(anAction({ Payout: "#" })).replace('"#"', "75.10");
    server.use(
      impactGet("Actions", () =>
        rawAnswer(JSON.stringify(listBody("Actions", ["#"])).replace('"#"', action)),
      ),
    );

    expect(await readMay()).toEqual({
      outcome: "read",
      value: [
        {
          id: "1000.1.1",
          program: "Acme",
          partner: "Blog",
          state: "PENDING",
          amount: "1000",
          payout: "75.1",
          trackedOn: "2026-05-30",
          locksOn: "2026-06-20",
          reversedOn: null,
          clearedOn: null,
        },
      ],
    });
  });

  it.each([
    ["an unknown state as open", { State: "ON_HOLD" }, { state: "PENDING" }],
    ["a new field as nothing", { Sparkle: { Level: 1 } }, { state: "PENDING" }],
    [
      "yen without decimals",
      { Currency: "JPY", Payout: 75.5e1, Amount: "1000.00" },
      { payout: "755", amount: "1000" },
    ],
    [
      "the day its commission was paid",
      { State: "APPROVED", ClearedDate: "2026-07-16T00:00:00-04:00" },
      { clearedOn: "2026-07-16" },
    ],
    ["no locking date yet as none", { LockingDate: "" }, { locksOn: null }],
    ["amounts and ids as strings", { CampaignId: "1000", Payout: "1.50" }, { payout: "1.5" }],
    ["a partner without name by its id", { MediaPartnerName: "" }, { partner: "10000" }],
  ])("reads %s", async (_name, overrides, expected) => {
    answerWith(anAction(overrides));
    expect(await readMay()).toMatchObject({ outcome: "read", value: [expected] });
  });

  it.each([
    ["Actions[].Id", { Id: undefined }],
    ["Actions[].State", { State: null }],
    ["Actions[].Payout", { Payout: "about 75" }],
    ["Actions[].Amount", { Amount: undefined }],
    ["Actions[].Amount", { Amount: "-1.00" }],
    ["Actions[].Amount", { Amount: 0.005 }],
    ["Actions[].EventDate", { EventDate: "" }],
    ["Actions[].EventDate", { EventDate: "2026-02-30T00:00:00-04:00" }],
    ["Actions[].LockingDate", { LockingDate: "soon" }],
  ])("without a valid %s is an error that names it", async (field, overrides) => {
    answerWith(anAction(overrides));
    expect(await readMay()).toEqual({ outcome: "unexpected-answer", resource: "Actions", field });
  });

  it("in a second currency makes the sum meaningless and the reading an error", async () => {
    answerWith(anAction(), anAction({ Id: "1000.1.2", Currency: "JPY" }));
    expect(await readMay()).toMatchObject({ outcome: "unexpected-answer", field: "Actions[].Currency" });
  });
});

describe("the actions of a span", () => {
  it("are asked for in windows of at most 45 days with both ends, never the seven-day default", async () => {
    const asked: string[] = [];
    server.use(
      impactGet("Actions", (query) => {
        expect(query.get("CampaignId")).toBe("1000");
        const bounds = ["ActionDate", "LockingDate"].map((name) => [
          query.get(`${name}Start`),
          query.get(`${name}End`),
        ]);
        asked.push(
          bounds
            .flat()
            .map((value) => value?.slice(0, 10) ?? "-")
            .join(" "),
        );
        return HttpResponse.json(listBody("Actions", []));
      }),
    );

    await aClient().api.readActions(CREDENTIALS, programs, {
      tracked: span("2026-04-01", "2026-06-01"),
      locking: span("2026-06-01", "2026-06-11"),
    });

    expect(asked).toEqual([
      "- - 2026-05-31 2026-06-11",
      "2026-03-31 2026-05-14 - -",
      "2026-05-15 2026-06-01 - -",
    ]);
  });

  it("come each once, without those of the days around", async () => {
    const byFilter = {
      locking: [anAction({ Id: "both" }), anAction({ Id: "old", EventDate: "2024-01-01T00:00:00-04:00" })],
      tracked: [
        anAction({ Id: "both", State: "APPROVED" }),
        anAction({ Id: "before", EventDate: "2026-04-30T23:59:59-04:00", LockingDate: "" }),
        anAction({
          Id: "after",
          EventDate: "2026-06-01T00:00:00-04:00",
          LockingDate: "2026-07-01T00:00:00-04:00",
        }),
      ],
    };
    server.use(
      impactGet("Actions", (query) =>
        HttpResponse.json(
          listBody("Actions", query.has("LockingDateStart") ? byFilter.locking : byFilter.tracked),
        ),
      ),
    );

    const reading = await aClient().api.readActions(CREDENTIALS, programs, {
      ...may,
      locking: span("2026-06-01", "2026-07-01"),
    });

    expect(reading).toMatchObject({
      outcome: "read",
      value: [
        { id: "both", state: "APPROVED" },
        { id: "old", state: "PENDING" },
      ],
    });
  });

  it("are read for every program", async () => {
    server.use(
      impactGet("Actions", (query) =>
        HttpResponse.json(listBody("Actions", [anAction({ Id: `${query.get("CampaignId")}.1` })])),
      ),
    );
    const two = [...programs, { id: "2000", name: "Other", state: "CLOSED" }];

    const reading = await aClient().api.readActions(CREDENTIALS, two, may);

    expect(reading).toMatchObject({ value: [{ id: "1000.1" }, { id: "2000.1" }] });
  });

  const tooMany: [string, () => Response][] = [
    [
      "says more than ten pages",
      () => HttpResponse.json(listBody("Actions", [], { pages: 11, total: 50_001 })),
    ],
    ["refuses with 400", () => rawAnswer("{}", { status: 400 })],
    ["refuses inside 200", () => HttpResponse.json({ Status: "ERROR", Message: "Too many records" })],
  ];

  it.each(tooMany)("are read in halves where the API %s", async (_name, refuse) => {
    const read: string[] = [];
    server.use(
      impactGet("Actions", (query) => {
        const [start, end] = [query.get("ActionDateStart") ?? "", query.get("ActionDateEnd") ?? ""];
        const days = (Date.parse(end) - Date.parse(start) + 1_000) / 86_400_000;
        if (days > 20) return refuse();
        read.push(`${start.slice(0, 10)} ${days}`);
        return HttpResponse.json(listBody("Actions", [anAction({ Id: start })]));
      }),
    );

    const reading = await readMay();

    expect(read).toEqual(["2026-04-30 16", "2026-05-16 17"]);
    expect(reading).toMatchObject({ outcome: "read", value: [{}, {}] });
  });

  it.each(tooMany)(
    "are not read at all when even one day is too much (the API %s)",
    async (_name, refuse) => {
      let calls = 0;
      server.use(
        impactGet("Actions", (_query, count) => {
          calls = count;
          return refuse();
        }),
      );

      expect(await readMay()).toMatchObject({ outcome: "unexpected-answer", resource: "Actions" });
      expect(calls).toBe(6);
    },
  );

  it("are not read at all when the last window fails", async () => {
    server.use(
      impactGet("Actions", (query) =>
        query.get("ActionDateEnd")?.startsWith("2026-06-01")
          ? rawAnswer("", { status: 429, headers: { "X-RateLimit-Reset": "600" } })
          : HttpResponse.json(listBody("Actions", [anAction()])),
      ),
    );
    const spans = { tracked: span("2026-01-01", "2026-06-01"), locking: none };

    expect(await aClient().api.readActions(CREDENTIALS, programs, spans)).toEqual({
      outcome: "rate-limited",
      retryAt: "2026-06-01T12:10:00Z",
    });
  });
});
