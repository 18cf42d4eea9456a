import { describe, expect, it } from "vitest";
import type { Locale } from "#app/messages/locales.ts";
import { openLines } from "#app/services/drafts/ticket-lines.ts";
import { anAccountFile } from "#test/factories/account.ts";
import { surfacesOf } from "#test/oracle/surfaces.ts";

describe("what the ticket says of actions the balance has paid (D1, fault 5)", () => {
  // S3 on 2 July: 75.00 was deducted on 20 June, and impact.com shows its invoice as open until 16 July.
  const invoices = [
    { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null },
  ];
  const { tasks } = surfacesOf({ file: anAccountFile({ invoices }), on: "2026-07-02" });

  it.each([
    [
      "en",
      "1 locked action is not shown as paid. By my calculation, the balance paid it on Sat, Jun 20, 2026.",
      "1 partner invoice is still unpaid at impact.com, due on Thu, Jul 16, 2026. By my calculation, the balance paid its actions on Sat, Jun 20, 2026.",
      /still to pay|not locked|partner invoices? unpaid/,
    ],
    [
      "zh-CN",
      "1 个已锁定的行动未显示为已支付。据我计算，余额已于 2026年6月20日（周六）支付。",
      "1 张合作伙伴发票在 impact.com 仍未付清，应付日期 2026年7月16日（周四）。据我计算，余额已支付其行动，日期为 2026年6月20日（周六）。",
      /尚未支付|尚未锁定/,
    ],
  ] as const)(
    "both: open at impact.com, and paid from the balance; nothing of it is left (%s)",
    (locale, action, invoice, left) => {
      const lines = openLines(tasks, locale);
      expect(lines).toContain(action);
      expect(lines).toContain(invoice);
      expect(lines.join("\n")).not.toMatch(left);
    },
  );
});

describe("what the ticket says of an overdue invoice whose actions the balance has paid by the statement (D1)", () => {
  const late = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "OVERDUE" as const, paidOn: null };
  const linesOf = (total: string, locale: Locale) =>
    openLines(
      surfacesOf({ file: anAccountFile({ invoices: [{ ...late, total }] }), on: "2026-07-20" }).tasks,
      locale,
    );

  it.each([
    [
      "en",
      /^- 1 partner invoice unpaid$/m,
      "1 partner invoice is still unpaid at impact.com, due on Thu, Jul 16, 2026. By my calculation, the balance paid its actions on Sat, Jun 20, 2026.",
    ],
    [
      "zh-CN",
      /^- .*1 张/m,
      "1 张合作伙伴发票在 impact.com 仍未付清，应付日期 2026年7月16日（周四）。据我计算，余额已支付其行动，日期为 2026年6月20日（周六）。",
    ],
  ] as const)("that it is left, and what speaks against it (%s)", (locale, left, both) => {
    const lines = linesOf("75.00", locale);
    expect(lines.join("\n")).toMatch(left);
    expect(lines).toContain(both);
    // More than the balance has paid is no invoice of those actions.
    expect(linesOf("75.01", locale)).not.toContain(both);
  });
});
