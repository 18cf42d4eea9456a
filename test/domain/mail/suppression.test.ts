import { describe, expect, it } from "vitest";
import { type AddressNews, afterNews, isSuppressed, NO_TROUBLE } from "#app/domain/index.ts";
import { at } from "#test/factories/rows.ts";

/** What is known after the news, each at its moment. */
const knownAfter = (...news: [AddressNews, string][]) =>
  news.reduce((known, [what, when]) => afterNews(known, what, at(when)), NO_TROUBLE);
const holds = (known: ReturnType<typeof knownAfter>, when: string) =>
  isSuppressed(known.suppression, at(when));

describe("an address", () => {
  it("is silenced at once by a mailbox that is gone or complained, without an end", () => {
    for (const news of ["gone", "complaint"] as const) {
      const known = knownAfter([news, "2026-06-01T23:00:00Z"]);
      expect(holds(known, "2026-06-01T23:00:01Z")).toBe(true);
      expect(holds(known, "2029-06-01T00:00:00Z")).toBe(true);
    }
  });

  it("is silenced by another failure only when a second one comes on another day, and for 30 days", () => {
    for (const news of ["soft", "sender"] as const) {
      const once = knownAfter([news, "2026-06-01T08:00:00Z"], [news, "2026-06-01T23:59:59Z"]);
      expect(holds(once, "2026-06-02T00:00:00Z")).toBe(false);
      const twice = knownAfter([news, "2026-06-01T23:59:59Z"], [news, "2026-06-02T00:00:00Z"]);
      expect(holds(twice, "2026-07-01T23:59:59Z")).toBe(true);
      expect(holds(twice, "2026-07-02T00:00:00Z")).toBe(false);
    }
  });

  it("is not silenced by two failures that lie more than 30 days apart, nor by one on either side of a delivery", () => {
    expect(
      knownAfter(["soft", "2026-06-01T08:00:00Z"], ["soft", "2026-07-02T08:00:00Z"]).suppression,
    ).toBeNull();
    const between: [AddressNews, string] = ["delivered", "2026-06-01T09:00:00Z"];
    const known = knownAfter(["soft", "2026-06-01T08:00:00Z"], between, ["soft", "2026-06-02T08:00:00Z"]);
    expect(known.suppression).toBeNull();
  });

  it("begins anew after its rest: the next failure is a first one", () => {
    const rested = knownAfter(
      ["soft", "2026-06-01T08:00:00Z"],
      ["soft", "2026-06-02T08:00:00Z"],
      ["soft", "2026-07-05T08:00:00Z"],
    );
    expect(holds(rested, "2026-07-05T09:00:00Z")).toBe(false);
  });

  it("is written to again once a mail arrives, unless its owner complained", () => {
    const arrived: [AddressNews, string] = ["delivered", "2026-06-03T08:00:00Z"];
    expect(knownAfter(["gone", "2026-06-01T08:00:00Z"], arrived)).toEqual(NO_TROUBLE);
    expect(holds(knownAfter(["complaint", "2026-06-01T08:00:00Z"], arrived), "2026-06-04T08:00:00Z")).toBe(
      true,
    );
  });

  it("that rests is silenced for good by the news that it is gone, and by a complaint in place of a bounce", () => {
    const rests: [AddressNews, string][] = [
      ["soft", "2026-06-01T08:00:00Z"],
      ["soft", "2026-06-02T08:00:00Z"],
    ];
    const now = "2026-06-03T08:00:00Z";
    const since = at(now);
    expect(knownAfter(...rests, ["gone", now]).suppression).toEqual({
      reason: "bounce",
      suppressedAt: since,
      endsAt: null,
    });
    expect(knownAfter(["gone", "2026-06-01T08:00:00Z"], ["complaint", now]).suppression).toEqual({
      reason: "complaint",
      suppressedAt: since,
      endsAt: null,
    });
  });

  it("is silenced since the first news of it, whatever comes later of the same", () => {
    const later: [AddressNews, string][] = [
      ["soft", "2026-06-02T08:00:00Z"],
      ["gone", "2026-06-03T08:00:00Z"],
    ];
    for (const reason of ["gone", "complaint"] as const)
      expect(
        knownAfter([reason, "2026-06-01T08:00:00Z"], ...later.slice(0, 1), [reason, "2026-06-04T08:00:00Z"])
          .suppression?.suppressedAt,
      ).toEqual(at("2026-06-01T08:00:00Z"));
    expect(knownAfter(["gone", "2026-06-01T08:00:00Z"], ...later).suppression).toMatchObject({
      suppressedAt: at("2026-06-01T08:00:00Z"),
    });
  });
});
