import { describe, expect, it } from "vitest";
import { taskBadges, taskDetails } from "#app/components/closing/task-words.ts";
import { type AccountFileJson, leftCounts, type TaskKey } from "#app/domain/index.ts";
import type { Locale } from "#app/messages/locales.ts";
import { translatorFor } from "#app/messages/messages.server.ts";
import { anAccountFile, date } from "#test/factories/account.ts";
import { surfacesOf } from "#test/oracle/surfaces.ts";

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
const invoices = [
  { id: "I-1", dueOn: "2026-07-16", total: "75.00", status: "PENDING" as const, paidOn: null },
];

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
