import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ActionList, ListedAction, Span } from "#app/ports/index.ts";
import { anAction, CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, actionsOf, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const span = (from: string, to: string) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
});
const may = span("2026-04-30", "2026-06-02");
const read = (list: ActionList, window: Span, programId = "1000") =>
  actionsOf(aClient().api, CREDENTIALS, { list, programId, window });
const answerWith = (...actions: unknown[]) =>
  server.use(impactGet("Actions", () => HttpResponse.json(listBody("Actions", actions))));
const readMay = () => read("tracked", may);

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
    ["an amount finer than money to the digit", { Payout: 0.8796 }, { payout: "0.8796" }],
    ["what was given back below 0", { Payout: -0.88 }, { payout: "-0.88" }],
    ["an id without what no database holds", { Id: "1000\u0000.1.1" }, { id: "1000.1.1" }],
    ["a name without what no database holds", { MediaPartnerName: "Bl\u0000og\ud800" }, { partner: "Blog" }],
    ["amounts and ids as strings", { CampaignId: "1000", Payout: "1.50" }, { payout: "1.5" }],
    ["a partner without name by its id", { MediaPartnerName: "" }, { partner: "10000" }],
  ])("reads %s", async (_name, overrides, expected) => {
    answerWith(anAction(overrides));
    expect(await readMay()).toMatchObject({ outcome: "read", value: [expected] });
  });

  it.each([
    ["Id", "missing", { Id: undefined }],
    ["State", "missing", { State: null }],
    ["Payout", "not-understood", { Payout: "about 75" }],
    ["Amount", "missing", { Amount: undefined }],
    ["EventDate", "missing", { EventDate: "" }],
    ["EventDate", "not-understood", { EventDate: "2026-02-30T00:00:00-04:00" }],
    ["EventDate", "not-understood", { EventDate: "1999-12-31T23:00:00-05:00" }],
    ["LockingDate", "not-understood", { LockingDate: "soon" }],
  ])("without a valid %s is set aside as %s and hides no other", async (field, problem, overrides) => {
    const other = anAction({ Id: "1000.1.2" });
    server.use(
      impactGet("Actions", () => HttpResponse.json(listBody("Actions", [anAction(overrides), other]))),
    );
    const id = "Id" in overrides ? null : "1000.1.1";
    expect(await readMay()).toMatchObject({
      outcome: "read",
      value: [{ id: "1000.1.2" }],
      aside: [{ id, field, problem }],
    });
  });

  it("comes with its program and the currency of its amounts", async () => {
    answerWith(anAction({ Currency: "JPY", Payout: 75, Amount: 1000 }));
    const pages: ListedAction[][] = [];
    const slice = { list: "tracked", programId: "1000", window: may } as const;
    await aClient().api.readActionPages(CREDENTIALS, slice, async (page) => void pages.push(page));
    expect(pages).toMatchObject([[{ programId: "1000", currency: "JPY", item: { id: "1000.1.1" } }]]);
  });
});

describe("the actions of a span", () => {
  it.each([
    ["tracked", "ActionDateStart", "ActionDateEnd"],
    ["locking", "LockingDateStart", "LockingDateEnd"],
    ["updated", "StartDate", "EndDate"],
  ] as const)("%s are cut by %s and %s, both always given", async (list, start, end) => {
    const asked: Record<string, string>[] = [];
    server.use(
      impactGet("Actions", (query) => {
        asked.push(Object.fromEntries(query));
        return HttpResponse.json(listBody("Actions", []));
      }),
    );

    await read(list, span("2026-04-01", "2026-05-16"));

    const bounds = { [start]: "2026-04-01T00:00:00Z", [end]: "2026-05-15T23:59:59Z" };
    expect(asked).toEqual([{ CampaignId: "1000", ...bounds, Page: "1", PageSize: "2000" }]);
  });

  it("come page by page, and the next page is asked for when the last one was taken", async () => {
    const events: string[] = [];
    server.use(
      impactGet("Actions", (query) => {
        const page = Number(query.get("Page"));
        events.push(`asked ${page}`);
        const rows = [anAction({ Id: `action ${page}` })];
        return HttpResponse.json(listBody("Actions", rows, { page, pages: 2, total: 2 }));
      }),
    );
    const slice = { list: "tracked", programId: "1000", window: may } as const;
    await aClient().api.readActionPages(CREDENTIALS, slice, async (page) => {
      await Promise.resolve();
      events.push(`took ${page[0]?.item.id}`);
    });
    expect(events).toEqual(["asked 1", "took action 1", "asked 2", "took action 2"]);
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

    const fetchResult = await readMay();

    expect(read).toEqual(["2026-04-30 16", "2026-05-16 17"]);
    expect(fetchResult).toMatchObject({ outcome: "read", value: [{}, {}] });
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

  it("are not read at all when a later page fails, though earlier ones were taken", async () => {
    server.use(
      impactGet("Actions", (query) =>
        query.get("Page") === "2"
          ? rawAnswer("", { status: 429, headers: { "X-RateLimit-Reset": "600" } })
          : HttpResponse.json(listBody("Actions", [anAction()], { pages: 2, total: 2 })),
      ),
    );

    expect(await readMay()).toEqual({ outcome: "rate-limited", retryAt: "2026-06-01T12:10:00Z" });
  });
});
