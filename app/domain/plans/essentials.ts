import { CARD_CURRENCIES } from "../money/currency.ts";
import type { Plan } from "./plan.ts";
import { CHECKED_ON, quote } from "./rule.ts";
import { cardRule, chargingRule, currenciesRule, deductionRule, firstFeeRule } from "./shared-rules.ts";

const VERSION = "1";

/**
 * Essentials (self-serve): 500 USD including 2,500 USD of payouts, then 20 % of the excess; 50 kept as a buffer (H4).
 * Its first fee date is not stated; the rule of Starter is assumed.
 */
export const essentials: Plan = {
  edition: "essentials",
  version: VERSION,
  fee: { kind: "flat-plus-excess", of: "payout", ratePpm: 200_000, flatUsd: 50_000, includedUsd: 250_000 },
  bufferUsd: 5_000,
  minimumChargeUsd: 3_000,
  minimumChargeTest: "charge",
  currencies: CARD_CURRENCIES,
  rules: {
    fee: {
      id: "fee",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [
        quote(
          "H4",
          "Your impact.com fees are 500 USD per month, and include 2,500 USD in partner payouts at no additional cost. Any partner payout amounts exceeding this are charged at a 20% rate. (Amounts may vary depending on your selected currency.)",
          "essentials-fee",
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
          "H4",
          "Pending Costs + Buffer Amount - Funding Account Balance = Amount to charge (but only charge if ≥ 30)",
          "essentials-minimum",
        ),
      ],
    },
    buffer: {
      id: "buffer",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [
        quote(
          "H4",
          "The system charges your credit card automatically when your funding account balance falls 30 units below the total you owe, plus a mandatory 50 currency unit buffer.",
          "essentials-buffer",
        ),
      ],
    },
    currencies: currenciesRule,
    deduction: deductionRule,
  },
};
