import { CHECKED_ON, quote, type Rule } from "./rule.ts";

const VERSION = "1";

/** 1st of the month after the first full calendar month (S3; the English H1 settles the Chinese wording). */
export const firstFeeRule: Rule = {
  id: "first-fee",
  version: VERSION,
  checkedOn: CHECKED_ON,
  quotes: [
    quote(
      "H1",
      "your first impact.com fee is charged on the first day of your second month with impact.com, following a full calendar month since sign-up",
      "first-fee",
    ),
    quote("S3", "7 月 1 日是您注册后完整日历月结束后的第二个月的第一天。", "first-fee"),
  ],
};

/** Charged on the 1st for the month before, settled on the 2nd (S3). */
export const chargingRule: Rule = {
  id: "charging",
  version: VERSION,
  checkedOn: CHECKED_ON,
  quotes: [
    quote(
      "S3",
      "您的首笔每月使用费今天收取，但会在 7 月 2 日结清。此后，您的每月使用费将于每月 1 日收取，以覆盖前一个月的使用。",
      "charging",
    ),
  ],
};

/** The card fills the funding account up to what is owed (S3). */
export const cardRule: Rule = {
  id: "card",
  version: VERSION,
  checkedOn: CHECKED_ON,
  quotes: [
    quote(
      "S3",
      "如果您的资金账户低于支付 impact.com 费用或合作伙伴成本所需的金额，系统将扣收您的信用卡，以向您的资金账户补足所需金额。",
      "card",
    ),
  ],
};

/** Commissions leave the funding account when their actions lock (S3). */
export const deductionRule: Rule = {
  id: "deduction",
  version: VERSION,
  checkedOn: CHECKED_ON,
  quotes: [
    quote("S3", "因为这些行动已经被跟踪，但只有在行动锁定后，才会从您的资金账户中扣减。", "deduction"),
  ],
};

/** The ten currencies a card can pay in (S3, H4). */
export const currenciesRule: Rule = {
  id: "currencies",
  version: VERSION,
  checkedOn: CHECKED_ON,
  quotes: [
    quote(
      "S3",
      "目前支持使用 USD、GBP、AUD、EUR、HKD、DKK、NOK、SEK、JPY 和 SGD 进行信用卡支付。",
      "currencies",
    ),
    quote(
      "H4",
      "The currencies we currently support for credit card payments include USD, GBP, AUD, EUR, HKD, DKK, NOK, SEK, JPY, and SGD.",
      "currencies",
    ),
  ],
};
