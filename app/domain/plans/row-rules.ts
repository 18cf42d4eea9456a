import { CHECKED_ON, quote, type Rule } from "./rule.ts";

const VERSION = "1";

/** One rule for each kind of row of S3's example, with the sentence that stands beside that row. */
export const rowRules = {
  signedUp: row(
    "row-signed-up",
    "5 月 12 日，您注册 impact.com Starter Edition 并完成账单信息填写。此时尚未产生任何合作伙伴成本或 impact.com 费用。",
  ),
  tracked: row(
    "row-tracked",
    "这 $75 将包含在应付总额中，日期为 5 月 30 日，因为这些行动已经被跟踪，但只有在行动锁定后，才会从您的资金账户中扣减。",
  ),
  fullMonth: row(
    "row-full-month",
    "6 月 1 日，您与 impact.com 合作后的首个完整日历月开始。此时尚未产生 impact.com 费用，因为您的首笔费用会在注册后完整日历月结束后的第二个月第一天收取。",
  ),
  covered: row("row-covered", "信用卡自动扣款：$0（资金账户余额现在足以覆盖合作伙伴成本。）"),
  locked: row(
    "row-locked",
    "根据您与合作伙伴在合同中的共同约定，5 月 30 日跟踪到的行动于 6 月 20 日锁定。此时，合作伙伴成本将从您的资金账户中扣减。",
  ),
  allCovered: row("row-all-covered", "信用卡自动扣款：$0（所有费用均已覆盖，因此不会发生自动扣款。）"),
  feeCard: row("row-fee-card", "信用卡自动扣款：$30（资金账户余额不足以覆盖 impact.com 费用）"),
  checked: row(
    "row-checked",
    "每当应付合作伙伴费用或 impact.com 费用时，系统都会检查您的资金账户以支付这些费用。",
  ),
} as const satisfies Record<string, Rule>;

/** S3's example speaks of its own days and sums: a reader must know that they are not the account's. */
const OF_THE_EXAMPLE = new Set<string>([...Object.values(rowRules).map(({ id }) => id), "charging"]);

export const isOfExample = ({ id }: Pick<Rule, "id">): boolean =>
  id !== "row-checked" && OF_THE_EXAMPLE.has(id);

function row(id: string, text: string): Rule {
  return { id, version: VERSION, checkedOn: CHECKED_ON, quotes: [quote("S3", text, id)] };
}
