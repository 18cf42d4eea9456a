import { CARD_CURRENCIES } from "../money/currency.ts";
import type { Plan } from "./plan.ts";
import { CHECKED_ON, quote } from "./rule.ts";
import { cardRule, chargingRule, currenciesRule, deductionRule, firstFeeRule } from "./shared-rules.ts";

const VERSION = "1";

/** Starter: the larger of 30 USD and 2.5 % of the revenue behind locked actions; no buffer (S3, H1, G1). */
export const starter: Plan = {
  edition: "starter",
  version: VERSION,
  fee: { kind: "greater-of", of: "revenue", ratePpm: 25_000, minimumUsd: 3_000 },
  bufferUsd: 0,
  minimumChargeUsd: 3_000,
  minimumChargeTest: "total-owed",
  currencies: CARD_CURRENCIES,
  rules: {
    fee: {
      id: "fee",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [
        quote(
          "H1",
          "Your impact.com fees are the greater of 2.5% of the total monthly revenue of locked partner costs or $30 USD (or the equivalent in your account’s currency).",
          "fee",
        ),
        quote(
          "S3",
          "您的 impact.com 费用为锁定的合作伙伴成本对应的每月总收入的 2.5% 或 30 美元（或您账户币种的等值金额）中的较高者。",
          "fee",
        ),
      ],
    },
    firstFee: firstFeeRule,
    charging: chargingRule,
    card: cardRule,
    minimumCharge: {
      id: "minimum-charge",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [
        quote(
          "S3",
          "如果您的资金账户余额充足，或者您欠合作伙伴 + impact.com 的总金额低于最低扣款金额，impact.com 将不会扣收您的信用卡。",
          "minimum-charge",
        ),
      ],
    },
    buffer: {
      id: "buffer",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [quote("S3", "应付总额：$75 合作伙伴成本；资金账户扣减：$0；信用卡自动扣款：$75", "no-buffer")],
    },
    currencies: currenciesRule,
    deduction: deductionRule,
  },
};
