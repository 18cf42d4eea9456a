import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { requestCalendar } from "#app/services/requests/request-calendar.server.ts";
import { aRequest } from "./a-request.ts";

describe("the calendar file of a request", () => {
  const entriesOf = (file: string | null) =>
    new ICAL.Component(ICAL.parse(file ?? ""))
      .getAllSubcomponents("vevent")
      .map((each) => new ICAL.Event(each));

  // Closed on Sunday 21 June 2026. Ten business days, past 3 July: Monday 6 July. 35 days: 26 July (experience.md 1).
  it("has the days its page expects: after the closing the refund and the last look at the card", async () => {
    const { deps, shop, reference, tell } = await aRequest();
    await tell("told-closed");
    const file = (locale: "en" | "zh-CN") => requestCalendar({ shop, reference, locale }, deps);
    const entries = entriesOf(await file("en"));
    expect(entries.map(({ startDate, summary }) => [startDate.toString(), summary])).toEqual([
      ["2026-07-06", "impact.com account: Refund due, if money was left"],
      ["2026-07-26", "impact.com account: Look at your card"],
    ]);
    const again = entriesOf(await file("zh-CN"));
    expect(again.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
    expect(again[0]?.summary).toMatch(/^impact\.com 账户：/);
  });

  it("is none where nothing is expected, nor of another store's request", async () => {
    const { deps, shop, reference, tell } = await aRequest();
    expect(await requestCalendar({ shop: "other.myshopify.com", reference, locale: "en" }, deps)).toBeNull();
    await tell("told-withdrawn", { statement: "We stay." });
    expect(await requestCalendar({ shop, reference, locale: "en" }, deps)).toBeNull();
  });
});
