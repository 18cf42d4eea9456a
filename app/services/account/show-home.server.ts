import { Temporal } from "temporal-polyfill";
import {
  type Account,
  type ClosureReport,
  closureReport,
  daysReport,
  leftCounts,
  previewReport,
  statementReport,
  timeline,
  toDate,
} from "#app/domain/index.ts";
import type { Deps } from "../deps.ts";
import { type AccountView, loadAccount, paysKnownFee } from "./load-account.server.ts";
import { overdueOf } from "./overdue-of.ts";
import { isPutAway } from "./put-away.ts";
import { standingOf } from "./standing-of.ts";
import { requestAndClosing } from "./unfinished-request.server.ts";

/** Everything Home says, as figures of the core; null while the key facts are missing, and for an account without a known fee. */
export async function showHome(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  // Home counts and dates actions and names none: of each group one is enough.
  const view = await loadAccount({ ...input, named: 1 }, deps);
  if (!view) return null;
  const { request, noted, closing } = await requestAndClosing(view, deps.db);
  // Of a closed account nothing is charged any more, as far as is known, and nothing is left to close.
  const isOver = closing !== null;
  const standing = isOver ? null : standingOf(view);
  const putAway = request !== null && (await isPutAway(request, deps.db));
  const overdue = isOver ? null : overdueOf(view, standing);
  return { view, request, putAway, noted, isOver, standing, overdue, figures: figuresOf(view) };
}

const MONTHS = 12;

function figuresOf(view: AccountView) {
  const { assembled, today: on } = view;
  if (assembled.outcome !== "ready" || !paysKnownFee(view)) return null;
  const { account } = assembled;
  const preview = previewReport(account, { on, months: MONTHS });
  const closure = closureReport(account, { on });
  const days = daysReport(account, { on });
  const standing = standingOf(view);
  const statement = statementReport(account, { from: on, to: on, on, everyDay: true });
  return {
    currency: preview.currency,
    year: preview.year,
    /** Of the twelve months of that year, those with a fee: the part-month of sign-up has none. */
    feeMonths: [preview.thisMonth, ...preview.months]
      .slice(0, MONTHS)
      .filter(({ chargedOn }) => chargedOn !== null).length,
    firstFeeOn: preview.firstFee.expected,
    lastFee: preview.past.fees.at(-1) ?? null,
    past: { fees: preview.past.fees.length, sum: preview.past.sum },
    minimum: { fee: preview.plan.minimumFee, from: preview.plan.minimumFeeFrom },
    days,
    timeline: timeline(account, on, { days, standing, closure }),
    today: statement.days.at(0) ?? null,
    closing: closingOf(closure),
    trial: trialOf(account, closure, on),
    left: leftCounts(account, { on, statement: true }),
    /** Fewer than three full months: then a year is the minimum, twelve times. */
    hasHistory: preview.usualMonth?.from === "history",
  };
}

export type HomeFigures = NonNullable<ReturnType<typeof figuresOf>>;

function closingOf({ earliestClosing, costToClose, refund }: ClosureReport) {
  // The day that Close account names too; a day behind is no day to close on.
  const cost = costToClose.days.find(({ possible }) => possible);
  return {
    earliest: earliestClosing.date,
    refundBy: refund.refundBy,
    /** The fees until then, and what the card still has to pay where the balance is known. */
    fees: cost?.fees ?? null,
    net: cost?.net ?? null,
  };
}

/** Null once the trial is over, or where something is known to stand against cancelling it. */
function trialOf({ trialEndsOn, card }: Account, { trial }: ClosureReport, on: Temporal.PlainDate) {
  if (trialEndsOn === null || trial.status === "no") return null;
  return {
    endsOn: toDate(trialEndsOn).toString(),
    isOver: Temporal.PlainDate.compare(on, toDate(trialEndsOn)) > 0,
    /** Each condition as far as it is known; the end of the trial is the merchant's own word (G12). */
    actions: trial.unmet.some(({ id }) => id === "core.trial.actionsUnknown") ? "unknown" : "none",
    card: card.everCharged === null ? "unknown" : "never",
  } as const;
}
