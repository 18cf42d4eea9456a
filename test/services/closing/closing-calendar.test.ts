import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { saveFacts } from "#app/services/account/save-facts.server.ts";
import { closingCalendar } from "#app/services/closing/closing-calendar.server.ts";
import { checkEverything } from "#app/services/watch/check-everything.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { aMerchant, anItem, shop } from "../sync/a-merchant.ts";

/** S3's merchant, whose last action locks on 15 July and is paid by card at once. */
async function aClosingMerchant() {
  const { deps, impact } = await aMerchant([anItem({ locksOn: "2026-07-15" })]);
  await deps.db.shops.save(aShop({ shop, name: "Acme Outdoor" }));
  const connection = await deps.db.connections.find(shop);
  if (connection) await deps.db.connections.save({ ...connection, sealedToken: deps.seal.seal(shop, "t") });
  await saveFacts({ shop, actor: "staff-1", facts: { signedUpOn: "2026-05-12", edition: "starter" } }, deps);
  await checkEverything({ shop }, deps);
  const file = (locale: "en" | "zh-CN") => closingCalendar({ shop, locale }, deps);
  const entry = async (locale: "en" | "zh-CN" = "en") => {
    const calendar = new ICAL.Component(ICAL.parse((await file(locale)) ?? ""));
    const [event, ...rest] = calendar.getAllSubcomponents("vevent");
    if (!event || rest.length > 0) throw new Error("Not one event.");
    return { calendar, event: new ICAL.Event(event), raw: event };
  };
  return { deps, impact, file, entry };
}

describe("the calendar file of the earliest closing date", () => {
  it("is one whole, free day with a parser that knows the standard", async () => {
    const { entry } = await aClosingMerchant();
    const { calendar, event, raw } = await entry();
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, "2026-07-15"]);
    expect(event.duration.toSeconds()).toBe(24 * 3_600);
    expect(raw.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(raw.getFirstPropertyValue("organizer")).toBe("mailto:notices@settled.example");
    expect(raw.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-06-21T09:00:00Z");
  });

  it("keeps its identity and counts up, so that a date that moved replaces the one before", async () => {
    const { deps, impact, entry } = await aClosingMerchant();
    const before = (await entry()).event;
    deps.clock.set("2026-06-22T09:00:00Z");
    impact.list(anItem({ id: "2", trackedOn: "2026-06-22", locksOn: "2026-08-02" }));
    await checkEverything({ shop }, deps);
    const after = (await entry()).event;
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.sequence).toBeLessThan(2 ** 31);
    expect(after.startDate.toString()).toBe("2026-08-02");
  });

  it("is another entry for another account of the store", async () => {
    const { deps, entry } = await aClosingMerchant();
    const before = (await entry()).event.uid;
    const connection = await deps.db.connections.find(shop);
    if (connection) await deps.db.connections.save({ ...connection, accountSid: "IRother" });
    await checkEverything({ shop }, deps);
    expect((await entry()).event.uid).not.toBe(before);
  });

  it("says when its day was reckoned", async () => {
    const { deps, entry } = await aClosingMerchant();
    deps.clock.set("2026-06-25T09:00:00Z");
    expect((await entry()).event.description).toContain("Jun 21, 2026, 5:00");
  });

  it("speaks the merchant's language in lines no longer than the standard's 75 octets", async () => {
    const { entry, file } = await aClosingMerchant();
    expect((await entry("zh-CN")).event.summary).toBe("impact.com 最早可关闭您账户的日期");
    expect((await entry()).event.description).toContain("America/New_York");
    for (const line of ((await file("zh-CN")) ?? "").split("\r\n"))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("names neither the store nor the account", async () => {
    const { file } = await aClosingMerchant();
    const text = (await file("en"))?.replaceAll("\r\n ", "");
    for (const name of ["acme", "IRone", "myshopify", "owner@"])
      expect(text?.toLowerCase()).not.toContain(name);
  });

  it("is not made while there is no date", async () => {
    const { deps } = await aMerchant();
    await deps.db.shops.save(aShop({ shop }));
    expect(await closingCalendar({ shop, locale: "en" }, deps)).toBeNull();
    expect(await closingCalendar({ shop: "nobody.myshopify.com", locale: "en" }, deps)).toBeNull();
  });
});
