import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { UninstallBand } from "#app/components/closing/uninstall-band.tsx";
import { ExitFigures } from "#app/components/exit/exit-figures.tsx";
import { standingReport } from "#app/domain/index.ts";
import { anAccount, date } from "#test/factories/account.ts";
import { textOf } from "../text-of.ts";

const standing = standingReport(anAccount({ signedUpOn: "2026-01-12" }), { on: date("2026-07-02") });
const band = createElement(UninstallBand, {
  view: { request: null, standing, route: { closingPath: { route: "starter-ticket" } } },
});
const figures = createElement(ExitFigures, {
  status: {
    ...{ standing, currency: "USD", today: "2026-07-02", request: null },
    ...{ closed: null, earliest: null },
  },
});

describe("what an open account costs in a month and in a year is the least it can be (D3, fault 22)", () => {
  it.each([
    ["en", "You pay at least $30.00 a month, at least $360.00 a year, plus commissions."],
    ["zh-CN", "您每月至少支付 $30.00，每年至少 $360.00，另加佣金。"],
  ] as const)("on Close account (%s)", (locale, sentence) => {
    expect(textOf(band, locale)).toContain(sentence);
  });

  it.each([
    ["en", "|Left open, 12 months|at least |$360.00|At least $30.00 a month, plus commissions|"],
    ["zh-CN", "|不关闭，12 个月|至少 |$360.00|每月至少 $30.00，另加佣金|"],
  ] as const)("on the page after an uninstall (%s)", (locale, figure) => {
    expect(textOf(figures, locale)).toContain(figure);
  });
});
