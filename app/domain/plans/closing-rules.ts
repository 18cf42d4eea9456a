import { CHECKED_ON, quote, type Rule } from "./rule.ts";

const VERSION = "1";

/** The rules of closing and refund, with the words they rest on. */
export const closingRules = {
  trial: rule("trial", [
    quote(
      "S0",
      "您仍在试用期内；信用卡没有发生过任何费用且当前也没有费用；没有产生任何合作伙伴成本",
      "trial",
    ),
  ]),
  refund: rule("refund", [
    quote(
      "S0",
      "您的账户活跃时间少于 30 天。（30 天后，任何 impact.com 费用累计费用均不可退款。）",
      "refund-a",
    ),
    quote("S0", "您的账户活跃时间超过 30 天。", "refund-b"),
    quote(
      "S0",
      "一旦您的发票结清，并且所有由您的项目驱动的操作都已向合作伙伴支付，您将有资格获得任何剩余账户余额的退款。",
      "refund-c",
    ),
  ]),
  refundBy: rule("refund-by", [
    quote("S0", "最初被扣款的卡片将在关闭账户后的 10 个工作日内收到这笔退款。", "refund-by"),
  ]),
  earliestClosing: rule("earliest-closing", [
    quote("S0", "操作锁定的最后日期就是您的账户可以关闭的日期。", "earliest-lock"),
    quote("S0", "一旦最终锁定日期过去且这些操作已支付，impact.com 就可以处理您的账户关闭。", "earliest-paid"),
  ]),
  closingCosts: rule("closing-costs", [
    quote(
      "S0",
      "在您的账户关闭日期之前产生的所有合作伙伴费用和 impact.com 费用都将由您负责。",
      "closing-costs",
    ),
  ]),
  starterChecklist: rule("starter-checklist", [
    quote("S0", "在账户可以关闭之前，您需要先在账户中执行一些操作。", "starter-checklist"),
  ]),
  brandChecklist: rule("brand-checklist", [
    quote("S1", "在所有未结和待处理费用结清之前，你的账户无法停用。", "brand-checklist"),
  ]),
  partnerChecklist: rule("partner-checklist", [
    quote("S2", "在关闭您的账户之前，您的所有合同必须已到期且账户中所有资金都已清空。", "partner-checklist"),
  ]),
  route: rule("route", [
    quote("S0", "仅卸载应用或卸载电子商务平台与 impact.com 之间的集成，并不会取消您的账户。", "route"),
  ]),
} as const;

function rule(id: string, quotes: Rule["quotes"]): Rule {
  return { id, version: VERSION, checkedOn: CHECKED_ON, quotes };
}
