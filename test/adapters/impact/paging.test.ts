import { HttpResponse } from "msw";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { anAction, CREDENTIALS, impactGet, listBody, pagedAnswer, rawAnswer } from "#test/msw/impact.ts";
import { aClient, startImpactNetwork } from "./harness.ts";

const server = startImpactNetwork();
const program = (id: number) => ({ Id: id, Name: `Program ${id}`, State: "ACTIVE" });
const page = (number: number, rows: unknown[], pages: number, total: number) =>
  HttpResponse.json(listBody("Campaigns", rows, { page: number, pages, total }));

describe("a list of several pages", () => {
  it("is read to its last page, by number", async () => {
    server.use(impactGet("Campaigns", pagedAnswer("Campaigns", [[program(1)], [program(2)], [program(3)]])));

    const fetchResult = await aClient().api.readPrograms(CREDENTIALS);

    expect(fetchResult).toMatchObject({ outcome: "read", value: [{ id: "1" }, { id: "2" }, { id: "3" }] });
  });

  it("is asked for one page ahead while a page is being taken, and no further", async () => {
    const asked: string[] = [];
    let secondAsked = () => {};
    const second = new Promise<void>((resolve) => {
      secondAsked = resolve;
    });
    server.use(
      impactGet("Actions", (query) => {
        const number = Number(query.get("Page"));
        asked.push(String(number));
        if (number === 2) secondAsked();
        const rows = [anAction({ Id: `1000.1.${number}` })];
        return HttpResponse.json(listBody("Actions", rows, { page: number, pages: 3, total: 3 }));
      }),
    );
    const window = { from: Temporal.PlainDate.from("2026-05-01"), to: Temporal.PlainDate.from("2026-06-01") };
    const slice = { list: "tracked", programId: "1000", window } as const;
    const taken: string[] = [];
    let askedMeanwhile: string[] | null = null;

    const fetchResult = await aClient().api.readActionPages(CREDENTIALS, slice, async (rows) => {
      // The first page is not let go before the second was asked for.
      await second;
      askedMeanwhile ??= [...asked];
      taken.push(...rows.map(({ item }) => item.id));
    });

    expect(fetchResult).toEqual({ outcome: "read", value: null });
    expect(taken).toEqual(["1000.1.1", "1000.1.2", "1000.1.3"]);
    expect(askedMeanwhile).toEqual(["1", "2"]);
    expect(asked).toEqual(["1", "2", "3"]);
  });

  it("never follows an address the answer gives", async () => {
    // An unhandled request to elsewhere.test would fail the test.
    const next = { "@nextpageuri": "https://elsewhere.test/Advertisers/x/Campaigns?Page=2" };
    server.use(
      impactGet("Campaigns", (query) => {
        const number = Number(query.get("Page"));
        return HttpResponse.json({
          ...listBody("Campaigns", [program(number)], { page: number, pages: 2, total: 2 }),
          ...next,
        });
      }),
    );

    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({ outcome: "read" });
  });

  it.each([
    ["500", () => rawAnswer("", { status: 500 }), { outcome: "unavailable", reason: "server-error" }],
    ["403", () => rawAnswer("", { status: 403 }), { outcome: "forbidden", resource: "Campaigns" }],
    ["HTML", () => rawAnswer("<html>"), { outcome: "unavailable", reason: "not-json" }],
  ])("is not read at all when its second page fails (%s)", async (_name, fail, expected) => {
    server.use(
      impactGet("Campaigns", (query) => (query.get("Page") === "1" ? page(1, [program(1)], 2, 2) : fail())),
    );

    expect(await aClient().api.readPrograms(CREDENTIALS)).toEqual(expected);
  });

  it.each([
    ["the total changes", (n: number) => page(n, [program(n)], 2, n === 1 ? 2 : 3), "@total"],
    ["the number of pages changes", (n: number) => page(n, [program(n)], n === 1 ? 2 : 3, 2), "@numpages"],
    ["the same page comes twice", () => page(1, [program(1)], 2, 2), "@page"],
    ["an id comes twice", (n: number) => page(n, [program(1)], 2, 2), "Campaigns[].Id"],
    ["rows are missing", (n: number) => page(n, n === 1 ? [program(1)] : [], 2, 2), "@total"],
  ])("is no reading when %s each time it is read", async (_name, answer, field) => {
    let calls = 0;
    server.use(
      impactGet("Campaigns", (query, count) => {
        calls = count;
        return answer(Number(query.get("Page")));
      }),
    );

    const fetchResult = await aClient().api.readPrograms(CREDENTIALS);

    expect(fetchResult).toEqual({ outcome: "unexpected-answer", resource: "Campaigns", field });
    expect(calls).toBe(6);
  });

  // Pages that shift while they are read never repeat a row within one page.
  it("counts a row once that one page has twice, and sets the second aside where it says something else", async () => {
    const twice = (second: object) =>
      server.use(
        impactGet("Campaigns", () => page(1, [program(1), { ...program(1), ...second }, program(2)], 1, 3)),
      );
    const others = ["Another", "A third"].map((Name) => ({ ...program(1), Name }));
    twice({});
    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({
      outcome: "read",
      value: [{ id: "1" }, { id: "2" }],
    });
    twice({ Name: "Another" });
    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({
      outcome: "read",
      value: [{ id: "1" }, { id: "2" }],
      aside: [{ id: "1", field: "Id", problem: "contradiction" }],
    });
    server.use(impactGet("Campaigns", () => page(1, [program(1), ...others], 1, 3)));
    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({
      value: { length: 1 },
      aside: { length: 2 },
    });
  });

  it("is started over when it changed once while it was read", async () => {
    server.use(
      impactGet("Campaigns", (query, calls) => {
        const number = Number(query.get("Page"));
        if (calls === 1) return page(1, [program(1)], 2, 2);
        return page(number, number === 1 ? [program(9), program(1)] : [program(2)], 2, 3);
      }),
    );

    const fetchResult = await aClient().api.readPrograms(CREDENTIALS);

    expect(fetchResult).toMatchObject({ outcome: "read", value: [{ id: "9" }, { id: "1" }, { id: "2" }] });
  });

  it("is not begun when it claims to be endless", async () => {
    server.use(impactGet("Campaigns", () => page(1, [program(1)], 999_999, 999_999)));
    const { api, lines } = aClient();

    const failure = { outcome: "unexpected-answer", resource: "Campaigns", field: "@numpages (too many)" };
    expect(await api.readPrograms(CREDENTIALS)).toEqual(failure);
    expect(lines.map((line) => JSON.parse(line)).at(-1)).toMatchObject({
      method: "readPrograms",
      ...failure,
    });
  });

  it("may be empty", async () => {
    server.use(impactGet("Campaigns", () => HttpResponse.json(listBody("Campaigns", [], { pages: 0 }))));
    expect(await aClient().api.readPrograms(CREDENTIALS)).toEqual({ outcome: "read", value: [] });
  });

  it.each([
    ["@page", { "@page": "first" }],
    ["@numpages", { "@numpages": "many" }],
    ["Campaigns", { Campaigns: undefined, "@total": undefined }],
  ])("is no reading without a valid %s", async (field, damage) => {
    server.use(impactGet("Campaigns", () => HttpResponse.json({ ...listBody("Campaigns", []), ...damage })));

    const fetchResult = await aClient().api.readPrograms(CREDENTIALS);

    expect(fetchResult).toEqual({ outcome: "unexpected-answer", resource: "Campaigns", field });
  });

  it.each([
    ["no list where the total is 0", { "@page": "1", "@numpages": "0", "@total": "0" }, []],
    ["no list, written as nothing", { "@total": "0", Campaigns: null }, []],
    ["one row that is no list", { "@total": "1", Campaigns: program(1) }, ["1"]],
    ["no paging fields", { Campaigns: [program(1), program(2)] }, ["1", "2"]],
    ["paging fields left empty", { "@page": "", "@numpages": "", Campaigns: [program(1)] }, ["1"]],
  ])("is read with %s", async (_name, body, ids) => {
    server.use(impactGet("Campaigns", () => HttpResponse.json(body)));
    const fetchResult = await aClient().api.readPrograms(CREDENTIALS);
    expect(fetchResult.outcome === "read" && fetchResult.value.map(({ id }) => id)).toEqual(ids);
  });

  it("goes on where only a total or the next page's address says that there is more", async () => {
    const pages = [[program(1)], [program(2)]];
    const rows = (query: URLSearchParams) => pages[Number(query.get("Page")) - 1] ?? [];
    server.use(
      impactGet("Campaigns", (query) => HttpResponse.json({ "@total": "2", Campaigns: rows(query) })),
    );
    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({ value: { length: 2 } });
    server.use(
      impactGet("Campaigns", (query) => {
        const next = query.get("Page") === "1" ? "https://evil.example/next" : "";
        return HttpResponse.json({ "@nextpageuri": next, Campaigns: rows(query) });
      }),
    );
    expect(await aClient().api.readPrograms(CREDENTIALS)).toMatchObject({ value: { length: 2 } });
  });

  it("asks for the version the client is written for", async () => {
    const versions: (string | null)[] = [];
    const { api, partner, agency } = aClient({
      fetch: async (_url, init) => {
        versions.push(new Headers(init?.headers).get("IR-Version"));
        return HttpResponse.json({});
      },
    });
    await api.readPrograms(CREDENTIALS);
    await partner.readContracts(CREDENTIALS, []);
    await agency.readAdvertisers(CREDENTIALS);
    await api.readInvoicePdf(CREDENTIALS, "1");
    expect([...new Set(versions)]).toEqual(["14", "16", "3"]);
    expect(versions.at(-1)).toBe("14");
  });
});
