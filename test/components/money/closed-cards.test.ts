import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { type Closing, StillToComeCard } from "#app/components/money/closed-cards.tsx";
import type { Locale } from "#app/messages/locales.ts";
import { textOf } from "../text-of.ts";

/** Closed on 29 July: refund by 13 August, a last fee on 1 August, the question on 2 September, the end on 12 September. */
const closing: Closing = {
  reference: "SET-7KQ2-M9XD",
  chargedAgain: false,
  ...{ closedOn: "2026-07-29", refundBy: "2026-08-13", lastFeeOn: "2026-08-01" },
  ...{ askOn: "2026-09-02", until: "2026-09-12" },
};
const said = (today: string, locale: Locale, isDoubtful = false, change: Partial<Closing> = {}) =>
  textOf(createElement(StillToComeCard, { closing: { ...closing, ...change }, today, isDoubtful }), locale);

describe("what is still to come after a closing", () => {
  it.each([
    [
      "en",
      "A last fee for July may be charged",
      "impact.com has 10 business days to refund",
      "The refund was due by about Thu, Aug 13",
      "Settled emails you once to ask",
      "Settled stops checking",
    ],
    [
      "zh-CN",
      "最后一笔费用",
      "在 10 个工作日内退还余额",
      "退款应在 8月13日（周四）前后到账",
      "询问信用卡是否又被扣款",
      "停止核实",
    ],
  ] as const)("is no day that has gone by (%s)", (locale, fee, refund, late, ask, stop) => {
    const first = said("2026-07-29", locale);
    for (const part of [fee, refund, ask, stop]) expect(first).toContain(part);
    const august = said("2026-08-14", locale);
    for (const part of [late, ask, stop]) expect(august).toContain(part);
    for (const part of [fee, refund]) expect(august).not.toContain(part);
    const after = said("2026-09-13", locale, false, { refundBy: null, askOn: null });
    for (const part of [fee, refund, late, ask, stop]) expect(after).not.toContain(part);
  });

  it("names the request's page at one place, and keeps its proof at hand", () => {
    expect(said("2026-07-30", "en")).toContain("I was charged again|Create evidence pack");
  });

  it.each([
    ["en", "Closed, as noted", "Closed. impact.com rejects new actions."],
    ["zh-CN", "已关闭，依据记录", "impact.com 拒绝新的行动"],
  ] as const)(
    "claims of a closing that only the merchant noted no more than that (%s)",
    (locale, noted, claimed) => {
      const doubtful = said("2026-07-30", locale, true);
      expect([doubtful.includes(noted), doubtful.includes(claimed)]).toEqual([true, false]);
      const proved = said("2026-07-30", locale);
      expect([proved.includes(noted), proved.includes(claimed)]).toEqual([false, true]);
    },
  );
});
