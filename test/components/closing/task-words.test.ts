import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { taskBadges, taskDetails } from "#app/components/closing/task-words.ts";
import { WhoPays } from "#app/components/closing/who-pays.tsx";
import { type AccountFileJson, closingOutlook, leftCounts, type TaskKey } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccount, anAccountFile, date } from "#test/factories/account.ts";
import { surfacesOf } from "#test/oracle/surfaces.ts";
import { textOf } from "../text-of.ts";

/** A task's row on Close account: its state and what stands under its name. */
function rowOf(key: TaskKey, on: string, locale: Locale, change: Partial<AccountFileJson>) {
  const file = anAccountFile(change);
  const { account, tasks } = surfacesOf({ file, on });
  const task = tasks.find((each) => each.key === key);
  if (!task) throw new Error(`${key} is no task of this account`);
  const counts = leftCounts(account, { on: date(on), statement: true });
  const translator = translatorFor(locale);
  return {
    status: task.status,
    badges: taskBadges(task, on, translator).map(({ text }) => text),
    details: taskDetails(task, counts, on, translator),
  };
}

// S3: 75.00 of 30 May left the balance on 20 June; impact.com shows neither a payment nor a paid invoice.
const invoice = { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null };
const invoices = [invoice];

describe("what the balance paid at locking (D1, fault 5)", () => {
  it.each([
    ["en", "Paid from balance on Jun 20 (estimate)", "1 paid from your balance (estimate), $75.00"],
    ["zh-CN", "已于 6月20日从余额支付（估算）", "1 个已从余额支付（估算），$75.00"],
  ] as const)("is funded: neither left nor done, with its day (%s)", (locale, badge, detail) => {
    const row = rowOf("pay-actions", "2026-07-02", locale, { invoices });
    expect([row.status, row.badges]).toEqual(["funded", [badge]]);
    expect(row.details).toContain(detail);
  });

  it.each([
    ["en", "1 paid from your balance (estimate), $75.00"],
    ["zh-CN", "1 张已从余额支付（估算），$75.00"],
  ] as const)("is the open invoice of its actions too (%s)", (locale, detail) => {
    const row = rowOf("settle-invoices", "2026-07-02", locale, { invoices });
    expect(row.status).toBe("funded");
    expect(row.details).toContain(detail);
  });
});

describe("an overdue invoice whose actions the balance has paid by the statement (D1)", () => {
  const late = { ...invoice, status: "OVERDUE" as const };
  const SAID = [
    [
      "en",
      "1 overdue since Jul 16, $75.00",
      "1 overdue invoice may be paid: your balance paid its actions (estimate). Check your balance in impact.com before you pay.",
      ["1 invoice since Jul 16.", "Pay it now"],
    ],
    [
      "zh-CN",
      "1 张自 7月16日逾期，$75.00",
      "1 张逾期发票可能已付：其行动已从余额支付（估算）。付款前请在 impact.com 核对余额。",
      ["1 张发票，自 7月16日起。", "请现在支付"],
    ],
  ] as const;

  it.each(SAID)("is left, and not without what speaks against it (%s)", (locale, overdue, doubt) => {
    const row = rowOf("settle-invoices", "2026-07-20", locale, { invoices: [late] });
    expect(row.status).toBe("open");
    expect(row.details).toEqual([overdue, doubt]);
  });

  it.each(SAID)(
    "is not to be paid a second time in the list of who pays what (%s)",
    (locale, _, doubt, [since, now]) => {
      const paysOf = (total: string) => {
        const account = anAccount({ invoices: [{ ...late, total }] });
        const on = date("2026-07-20");
        const outlook = closingOutlook(account, { on });
        if (!outlook) throw new Error("no outlook");
        const counts = leftCounts(account, { on, statement: true });
        return textOf(createElement(WhoPays, { outlook, counts }), locale);
      };
      const said = paysOf("75.00");
      for (const part of [`|${since}|`, `|${doubt}|`]) expect(said).toContain(part);
      expect(said).not.toContain(now);
      // What the balance cannot have paid is to be paid.
      expect(paysOf("120.00")).toContain(now);
      expect(paysOf("120.00")).not.toContain(doubt);
    },
  );
});

describe("contracts that end on a known day (D5, fault 7)", () => {
  const contract = (id: string, endsOn: string | null) => ({
    ...{ id, partner: `Blog ${id}`, status: "ACTIVE" as const, endsOn },
  });

  it.each([
    ["en", "2 end today", "1 left"],
    ["zh-CN", "2 份今天到期", "剩余 1 项"],
  ] as const)("end today, and are not left (%s)", (locale, ending, left) => {
    const both = [contract("c1", "2026-07-02"), contract("c2", "2026-07-02")];
    const row = rowOf("expire-contracts", "2026-07-02", locale, { contracts: both });
    expect([row.status, row.badges]).toEqual(["done", [ending]]);
    const third = rowOf("expire-contracts", "2026-07-02", locale, {
      contracts: [...both, contract("c3", null)],
    });
    expect([third.status, third.badges]).toEqual(["open", [ending, left]]);
  });
});
