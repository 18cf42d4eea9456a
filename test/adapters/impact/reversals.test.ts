import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { CREDENTIALS, impactGet, listBody, rawAnswer } from "#test/msw/impact.ts";
import { aClient, reversalsOf, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const window = { from: Temporal.PlainDate.from("2026-05-01"), to: Temporal.PlainDate.from("2026-06-01") };
const read = (list: "reversals-of-tracked" | "reversals-updated" = "reversals-of-tracked") =>
  reversalsOf(aClient().api, CREDENTIALS, { list, programId: "1000", window });
const update = (Id: string, ActionId: string, UpdateDate: string) => ({
  Id,
  ActionId,
  UpdateDate,
  State: "REVERSED",
});

describe("the list of reversals", () => {
  it("gives the action and the day in the account's zone of each reversal", async () => {
    const updates = [
      update("1.1", "1", "2026-05-10T23:59:00-04:00"),
      update("1.2", "1", "2026-05-12T00:10:00-04:00"),
    ];
    server.use(impactGet("ActionUpdates", () => HttpResponse.json(listBody("ActionUpdates", updates))));

    expect(await read()).toEqual({
      outcome: "read",
      value: [
        { actionId: "1", reversedOn: "2026-05-10" },
        { actionId: "1", reversedOn: "2026-05-12" },
      ],
    });
  });

  it.each([
    ["reversals-of-tracked", "ActionDateStart"],
    ["reversals-updated", "StartDate"],
  ] as const)("%s asks for reversals only, cut by %s", async (list, start) => {
    const asked: URLSearchParams[] = [];
    server.use(
      impactGet("ActionUpdates", (query) => {
        asked.push(query);
        return HttpResponse.json(listBody("ActionUpdates", []));
      }),
    );

    await read(list);

    expect(asked.map((query) => [query.get("State"), query.get(start)])).toEqual([
      ["REVERSED", "2026-05-01T00:00:00Z"],
    ]);
  });

  it("is a resource of its own when the token may not read it", async () => {
    server.use(impactGet("ActionUpdates", () => rawAnswer("", { status: 403 })));
    expect(await read()).toEqual({ outcome: "forbidden", resource: "ActionUpdates" });
  });

  it("sets an entry without a day aside", async () => {
    server.use(
      impactGet("ActionUpdates", () =>
        HttpResponse.json(listBody("ActionUpdates", [update("1.1", "1", "soon")])),
      ),
    );
    expect(await read()).toMatchObject({
      value: [],
      aside: [{ id: "1.1", field: "UpdateDate", problem: "not-understood" }],
    });
  });
});
