import type { Account } from "../account/account.ts";
import type { Assumption } from "../assumptions.ts";
import type { Day } from "../day.ts";
import { type Billing, billingFor, type PlanChoice } from "../fees/billing.ts";
import { formatMinor } from "../money/decimal.ts";
import type { Note } from "../text.ts";
import { countOf } from "../totals/action-groups.ts";
import { totalsOf } from "../totals/totals-of.ts";
import { type ActionsAsOf, actionsAsOf } from "./actions-as-of.ts";
import { businessDaysAfter } from "./business-days.ts";
import { checklist } from "./checklist.ts";
import type { ChecklistItem } from "./checklist-item.ts";
import { type CostToClose, costToClose } from "./cost-to-close.ts";
import { type EarliestClosing, earliestClosing } from "./earliest-closing.ts";
import { fundedOn } from "./funded.ts";
import { fundingOn } from "./funding-on.ts";
import { assessRefund, daysActive, type Refund } from "./refund.ts";
import { assessTrial, type Trial } from "./trial.ts";
import { type Payer, whoPays } from "./who-pays.ts";

/** S0: the card has its refund within ten business days after closing. */
export const REFUND_BUSINESS_DAYS = 10;

/** Everything about leaving, before it is put into JSON. */
export type Closure = {
  route: "trial-cancel" | "ticket";
  trial: Trial;
  daysActive: number;
  refund: Refund;
  refundBy: Day | null;
  earliest: EarliestClosing;
  checklist: ChecklistItem[];
  cost: CostToClose;
  whoPays: Payer[];
  assumptions: Assumption[];
  billing: Billing;
};

/** How the account can be left as things stand on a day; `wantedOn` is a later day of closing the merchant wants. */
export function closure(
  account: Account,
  on: Day,
  choice: PlanChoice = {},
  wantedOn: Day | null = null,
): Closure {
  const actions = actionsAsOf(account.actions, on);
  const billing = billingFor(account, totalsOf(account.actions, on), on, {}, choice);
  const trial = assessTrial(account, knownWhole(account, actions), on);
  const funded = fundedOn(billing, actions);
  const items = checklist({ account, actions, on, shortfall: shortfall(billing), funded });
  const earliest = withoutNothing(earliestClosing(account, actions, on, funded), items);
  const closesOn = Math.max(earliest.day ?? on, wantedOn ?? on);
  const refund = assessRefund(account, knownWhole(account, actions), {
    on,
    closesOn,
    unpaid: countOf(funded.unfunded),
  });
  const partner = account.kind === "partner";
  // Scenario A gives everything back, but only while the account is under 30 days old: up to its 29th day.
  const noFeesBefore = refund.scenario === "A" ? account.signedUpOn + 29 : null;
  return {
    route: trial.status === "yes" ? "trial-cancel" : "ticket",
    trial,
    daysActive: daysActive(account.signedUpOn, on),
    refund,
    // The ten business days are S0's: no help page gives a day for other brand accounts.
    refundBy:
      refund.literal === "not-stated" || earliest.day === null
        ? null
        : businessDaysAfter(earliest.day, REFUND_BUSINESS_DAYS),
    earliest,
    checklist: items,
    cost: partner
      ? { days: [], cheapest: null }
      : costToClose(billing, { earliest: earliest.day, noFeesBefore }),
    whoPays: whoPays(),
    assumptions: [
      "G5",
      "G17",
      "G25",
      "G27",
      "G28",
      ...trial.assumptions,
      ...refund.assumptions,
      ...earliest.assumptions,
    ],
    billing,
  };
}

/** "Nothing" is only said where no task that impact.com waits for is left or not known. */
function withoutNothing(earliest: EarliestClosing, items: readonly ChecklistItem[]): EarliestClosing {
  // The request itself is sent all the same; whether it was, no account file says.
  const waits = items.some(
    ({ blocking, status, key }) =>
      blocking && key !== "contact-support" && (status === "open" || status === "unknown"),
  );
  if (!waits) return earliest;
  const because = earliest.because.map((note) =>
    note.id === "core.earliest.nothingHolds" ? { id: "core.earliest.tasksLeft" } : note,
  );
  return { ...earliest, because };
}

/**
 * The actions for a promise that rests on there being none of a kind: one that could not be read may be of that kind, and
 * then nothing better than for unknown actions is promised.
 */
function knownWhole({ unread }: Account, actions: ActionsAsOf | null): ActionsAsOf | null {
  const all = actions !== null && actions.locked > 0 && actions.pending.length > 0;
  return all || !(unread?.actions || unread?.programs) ? actions : null;
}

/** What the balance lacks for everything owed today, as one line; nothing when it covers it (S1). */
function shortfall(billing: Billing): Note[] | null {
  const { uncovered } = fundingOn(billing);
  if (uncovered === null) return null;
  if (uncovered === 0) return [];
  const { currency } = billing.facts;
  return [
    { id: "core.checklist.shortfall", values: { missingAmount: formatMinor(uncovered, currency), currency } },
  ];
}
