import { CARD_CURRENCIES } from "../money/currency.ts";
import type { Plan } from "./plan.ts";
import { CHECKED_ON, quote } from "./rule.ts";
import { cardRule, chargingRule, currenciesRule, deductionRule, firstFeeRule } from "./shared-rules.ts";

const VERSION = "1";

/**
 * Starter Agency: the larger of 30 USD and 20 % of partner commissions; 50 kept as a buffer (H2, H3).
 * The current page (H2) names no buffer; the last page that does (H3) is used, because it forecasts the larger charge.
 */
export const starterAgency: Plan = {
  edition: "starter-agency",
  version: VERSION,
  fee: { kind: "greater-of", of: "payout", ratePpm: 200_000, minimumUsd: 3_000 },
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
          "H3",
          "Monthly fees are calculated as $30 or 20% of partner commissions, whichever is greater.",
          "agency-fee",
        ),
        quote(
          "H2",
          "您的每月 impact.com 费用为 30 美元（或等值币种）或您合作伙伴总佣金的 20%，以较高者为准。",
          "agency-fee",
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
          "H3",
          "Whenever your funding account balance is 30 currency units lower than your owed partner and impact.com fees (plus the standard 50 currency units partner fees buffer), the system will automatically charge your credit card.",
          "agency-minimum",
        ),
      ],
    },
    buffer: {
      id: "buffer",
      version: VERSION,
      checkedOn: CHECKED_ON,
      quotes: [
        quote(
          "H3",
          "After you've incurred your first partner or impact.com fees, the system will automatically charge your credit card for those fees and a standard 50 currency units (e.g., $50) buffer for future fees.",
          "agency-buffer",
        ),
      ],
    },
    currencies: currenciesRule,
    deduction: deductionRule,
  },
};
