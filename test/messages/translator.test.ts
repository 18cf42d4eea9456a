import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeUp, isEastAsian, markEnds } from "#app/messages/close-up.ts";
import { nearestLocale, nearestOf } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { dayText, momentText } from "#app/messages/moments.ts";

const en = translatorFor("en");
const zh = translatorFor("zh-CN");

describe("money", () => {
  it.each([
    ["30.00", "USD", "$30.00", "$30.00"],
    ["-1234.50", "EUR", "-€1,234.50", "-€1,234.50"],
    ["0.00", "GBP", "£0.00", "£0.00"],
    ["4500", "JPY", "¥4,500", "JP¥4,500"],
    // Four currencies write "$", three "kr": the account's own is told apart from all of them.
    ["46.29", "AUD", "A$46.29", "AU$46.29"],
    ["330.90", "SEK", "SEK\u00a0330.90", "SEK\u00a0330.90"],
    ["30.00", "NOK", "NOK\u00a030.00", "NOK\u00a030.00"],
  ])("writes %s %s as people read it", (amount, currency, english, chinese) => {
    expect(en.money(amount, currency)).toBe(english);
    expect(zh.money(amount, currency)).toBe(chinese);
  });

  it("is exact far beyond what a float holds (M1)", () => {
    expect(en.money("1000000000000000.01", "USD")).toBe("$1,000,000,000,000,000.01");
    expect(en.money("9007199254740993", "JPY")).toBe("¥9,007,199,254,740,993");
  });

  it("shows every cent of every amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (cents) => {
        const amount = `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
        expect(en.money(amount, "USD").replace(/[$,]/g, "")).toBe(amount);
      }),
    );
  });
});

describe("dates", () => {
  it("name the weekday, because people act on weekdays", () => {
    expect(en.date("2026-06-20")).toBe("Sat, Jun 20, 2026");
    expect(zh.date("2026-06-20")).toBe("2026年6月20日（周六）");
    expect(zh.dated("2026-06-20", "2026-06-01")).toBe("6月20日（周六）");
    expect(en.shortDate("2026-06-20")).toBe("Jun 20, 2026");
    expect(en.month("2026-05")).toBe("May 2026");
    expect(zh.month("2026-05")).toBe("2026年5月");
    expect([zh.monthName("2026-05"), en.monthName("2026-05")]).toEqual(["5月", "May"]);
  });

  it("stay on their day whatever the machine's time zone is (T1)", () => {
    for (const day of ["2026-01-01", "2026-03-29", "2024-02-29", "2026-12-31"])
      expect(en.shortDate(day)).toContain(String(Number(day.slice(8))));
  });

  it("show a moment in the zone of the account, which stands by name in brackets behind it", () => {
    expect(en.instant("2026-06-21T02:30:00Z", "America/New_York")).toBe(
      "Jun 20, 2026, 10:30 PM (Eastern Time)",
    );
    expect(zh.instant("2026-06-21T02:30:00Z", "Asia/Shanghai")).toBe("2026年6月21日 10:30（中国标准时间）");
  });
});

describe("a list", () => {
  it("has a blank between 和 and a Latin name, and none between Chinese words", () => {
    expect(zh.list(["合同", "Catalogs", "Withdrawal Settings"])).toBe(
      "合同、Catalogs 和 Withdrawal Settings",
    );
    expect(zh.list(["合同（Contracts）", "广告主"])).toBe("合同（Contracts）和广告主");
    expect(zh.list(["合同", "Catalogs"])).toBe("合同和 Catalogs");
    expect(translatorFor("ja").list(["契約", "Catalogs"])).toBe("契約、Catalogs");
    expect(en.list(["contracts", "Catalogs", "actions"])).toBe("contracts, Catalogs, and actions");
  });
});

describe("the core's notes", () => {
  it("get their amounts, dates and months in the reader's language", () => {
    const fee = {
      id: "core.statement.feeCharged",
      values: { coveredMonth: "2026-06", feeAmount: "30.00", currency: "USD" },
    };
    expect(en.note(fee)).toBe("The impact.com fee for June 2026 is charged: $30.00.");
    expect(zh.note(fee)).toMatch(/2026年6月.*\$30\.00/);
    const ended = { id: "core.trial.over", values: { endedOn: "2026-06-11" } };
    expect(en.note(ended)).toBe("The trial ended on Thu, Jun 11, 2026.");
  });

  it("follow the reader's plural rules", () => {
    expect(en.note({ id: "core.more", values: { count: 1 } })).toBe("and 1 more");
    expect(en.note({ id: "core.more", values: { count: 2 } })).toBe("and 2 more");
  });
});

describe("a message", () => {
  it("that does not exist, or lacks a value, is a fault and never half a sentence", () => {
    expect(() => en.text("no.such.message")).toThrow();
    expect(() => en.t("exit.sent")).toThrow();
  });

  it("shows a name as it is, also with braces and tags (H1)", () => {
    expect(en.t("exit.stopBody", { shopName: "<b>{Acme}</b>" })).toContain("<b>{Acme}</b>");
  });
});

describe("the nearest language", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-TW", "zh-TW"],
    ["zh-HK", "zh-TW"],
    ["zh", "zh-CN"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["zh,en", "zh-CN"],
    ["zha", "en"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["de-CH", "de"],
    ["no", "nb"],
    ["eo", "en"],
    ["eo-XX, zh-CN;q=0.5", "zh-CN"],
    ["", "en"],
    [null, "en"],
    [undefined, "en"],
  ])("of %j is %s", (tag, locale) => {
    expect(nearestLocale(tag)).toBe(locale);
  });

  it.each([
    ["de-CH", "de"],
    ["zh-HK", "zh-TW"],
    ["zh-Hant", "zh-TW"],
    ["zh-SG", "zh-CN"],
    ["zh", "zh-CN"],
    ["ja-JP", "ja"],
    ["no", "nb"],
    ["nn-NO", "nb"],
    ["eo", null],
    ["eo, fr-CA;q=0.8", "fr"],
  ])("of %j is %s where there are more", (tag, locale) => {
    expect(nearestOf(tag, ["en", "zh-CN", "zh-TW", "ja", "de", "fr", "nb"])).toBe(locale);
  });
});

describe("days and moments of the languages", () => {
  const time = Date.parse("2026-06-21T02:30:00Z");
  it.each([
    ["zh-TW", "2026年6月20日 22:30（北美東部時間）"],
    ["ja", "2026年6月20日 22:30 (米国東部時間)"],
    ["de", "20. Juni 2026, 22:30 (Nordamerikanische Ostküstenzeit)"],
    ["nb", "20. juni 2026, 22:30 (ET)"],
  ])("are written in %s with the zone by name", (locale, text) => {
    expect(momentText(locale, "America/New_York", time)).toBe(text);
  });

  it.each([
    ["fr", "1er août 2026, 07:05 (UTC)"],
    ["es", "1 ago 2026, 7:05 (UTC)"],
    ["da", "1. aug. 2026, 07.05 (UTC)"],
  ])("on the first of a month, in %s", (locale, text) => {
    expect(momentText(locale, "UTC", Date.parse("2026-08-01T07:05:00Z"))).toBe(text);
  });

  it("have the weekday in brackets in both kinds of Chinese, and as the language has it elsewhere", () => {
    const day = (locale: string) =>
      dayText(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }, time);
    expect([day("zh-TW"), day("ja"), day("en")]).toEqual(["6月21日（週日）", "6月21日(日)", "Sun, Jun 21"]);
  });

  it("close up in every East Asian language, and leave others alone", () => {
    expect(["zh-TW", "ja", "de"].map(isEastAsian)).toEqual([true, true, false]);
    const { on = "" } = markEnds({ on: "6月21日（週日）" });
    expect(closeUp(`將於 ${on} 關閉`)).toBe("將於 6月21日（週日）關閉");
  });
});

describe("Chinese spacing", () => {
  it("leaves no space between a Chinese date and the Chinese around it, and keeps it beside figures", () => {
    expect(zh.t("receipt.refundDue", { on: zh.date("2026-06-20") })).toBe(
      "如有余额，退款预计在 2026年6月20日（周六）前后到账",
    );
    expect(
      zh.t("receipt.state.sent", { recipient: "a@b.example", when: "2026年6月20日 09:04（中国标准时间）" }),
    ).toBe("已提交至 a@b.example，2026年6月20日 09:04（中国标准时间）");
    expect(zh.t("fees.for", { month: zh.month("2026-06") })).toBe("2026年6月的费用");
    expect(zh.t("fees.breakEven", { amount: "$1,200.00" })).toContain("超过 $1,200.00 时");
    expect(zh.t("receipt.ticketNumber", { number: "HD-1" })).toBe("工单编号：HD-1");
  });

  it("does so for names, and touches nothing inside them", () => {
    const values = { contract: "S-1", partner: "小 米", currency: "CNY" };
    expect(zh.note({ id: "core.checklist.contract", values })).toContain("与小 米的合同 S-1");
    expect(en.note({ id: "core.checklist.contract", values })).toContain("with 小 米 is");
  });
});
