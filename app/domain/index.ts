/** The pure core: the only file of `app/domain` other layers import. */
export {
  ACCOUNT_KINDS,
  type Account,
  type AccountFacts,
  type AccountKind,
  type Action,
  type ActionGroup,
  type ActionSummary,
  type Catalog,
  type Contract,
  EDITIONS,
  type Edition,
  type Invoice,
  type Kind,
  ROW_PROBLEMS,
  type RowList,
  type RowProblem,
  type SetAsideRow,
  type Unread,
  type WholeAccount,
} from "./account/account.ts";
export {
  type DailyTotals,
  type DayTotals,
  type FinerSums,
  TOTALS_COLUMNS,
  type TotalsColumn,
} from "./account/daily-totals.ts";
export { accountFileJsonSchema } from "./account/file-json-schema.ts";
export { type AccountFileJson, accountFileSchema } from "./account/file-schema.ts";
export { type ParsedAccount, parseAccountFile } from "./account/parse.ts";
export type { Problem } from "./account/problems.ts";
export { type ReadActions, type RejectedAction, readActions } from "./account/read-actions.ts";
export { writeAccountFile } from "./account/write.ts";
export { DATED_TABLES, type DatedTable, tablesOlderThanAYear } from "./alarm/dated-tables.ts";
export { repeatable } from "./alarm/repeatable-value.ts";
export {
  DEAD_JOB_HOURS,
  type DeadJobs,
  type Stuck,
  stuckOf,
  stuckSince,
  WAITING_KINDS,
  type Waiting,
  type WaitingKind,
} from "./alarm/stuck.ts";
export { ASSUMPTIONS, type Assumption, assumptionText } from "./assumptions.ts";
export type { ChecklistItem, ChecklistStatus, PaidFromBalance } from "./closing/checklist-item.ts";
export { type LastLock, lastLockingDate } from "./closing/last-locking-date.ts";
export { type Leftovers, leftoversOf, notesOf, numberLeft, numberOfKind } from "./closing/leftovers.ts";
export type { Payer } from "./closing/who-pays.ts";
export { accountOnPath, feesKnown } from "./closing-path/account-on-path.ts";
export {
  ACCOUNT_ANSWERS,
  type AccountAnswer,
  BUTTON_ANSWERS,
  type ButtonAnswer,
  CLOSING_PATHS,
  type ClosingPath,
  isBilledOn,
} from "./closing-path/closing-path.ts";
export {
  type FoundPath,
  findClosingPath,
  type PathFacts,
  type PathQuestion,
} from "./closing-path/find-path.ts";
export { type OtherAccount, otherAccount } from "./closing-path/other-account.ts";
export {
  assessPartnerBalance,
  PAYOUT_CHOICES,
  type PartnerBalance,
  type PayoutChoice,
} from "./closing-path/partner-balance.ts";
export { partnerFunds } from "./closing-path/partner-funds.ts";
export { isTaskKey, PATH_TASKS, TASK_KEYS, type TaskKey, taskRule } from "./closing-path/path-tasks.ts";
export {
  ITEMS_PER_PAGE,
  type ItemPage,
  type ItemQuery,
  type ItemState,
  isAboutActions,
  itemPage,
  matching,
  type TaskItem,
  taskItems,
} from "./closing-path/task-items.ts";
export {
  isBlocking,
  TASK_ANSWERS,
  type TaskAnswer,
  type TaskStatus,
  type TaskWord,
  taskStatus,
} from "./closing-path/task-status.ts";
export { type Day, isoDay, parseDay, readDate, toDate, toDay } from "./day.ts";
export {
  chainedText,
  historyLineSchema,
  PACK_FILES,
  type PackManifest,
  packManifestSchema,
  sha256Sums,
} from "./evidence/pack.ts";
export { packRules } from "./evidence/rules.ts";
export { RULES_VERSION, rulesChangedSince } from "./evidence/rules-version.ts";
export { type Explained, type ExplainOptions, explainFigure, FIGURES } from "./explain/explain.ts";
export type { ExplainedInput, Explanation } from "./explain/explanation.ts";
export { figurePaths } from "./explain/figure-path.ts";
export { type DeliveryFailure, type FailureVerdict, failureVerdict } from "./mail/failure-verdict.ts";
export { addressKey, isSameMailbox, mailboxesIn, oneMailbox } from "./mail/mail-address.ts";
export { reportAddresses } from "./mail/report-address.ts";
export {
  type AddressNews,
  type AddressTrouble,
  afterNews,
  isSuppressed,
  NO_TROUBLE,
  SUPPRESSION_REASONS,
  type Suppression,
  type SuppressionReason,
} from "./mail/suppression.ts";
export { CARD_CURRENCIES, type Currency, currencyDecimals, isCardCurrency } from "./money/currency.ts";
export {
  EXACT_AMOUNT_PATTERN,
  formatMinor,
  type ParsedDecimal,
  parseDecimal,
  STATED_AMOUNT_PATTERN,
} from "./money/decimal.ts";
export { formatExact } from "./money/exact.ts";
export { REFERENCE_RATES, type ReferenceRates } from "./money/reference-rates.ts";
export { readTypedAmount, type TypedAmount } from "./money/typed-amount.ts";
export { type PartnerEarnings, partnerEarnings } from "./partner/earnings.ts";
export { addPartnersOwed, type PartnersOwed } from "./partners-owed/partners-owed.ts";
export {
  type OwedShareJson,
  type PartnerOwedJson,
  type PartnersOwedReport,
  partnersOwedReport,
} from "./partners-owed/partners-owed-report.ts";
export { closingRules } from "./plans/closing-rules.ts";
export type { Plan } from "./plans/plan.ts";
export type { Quote, Rule } from "./plans/rule.ts";
export { changedRules, PLAN_VERSIONS, planFor } from "./plans/versions.ts";
export { businessDaysAfter, businessDaysBefore, firstFee, nextFeeDate } from "./report/calendar.ts";
export { closingOutlook } from "./report/closing-outlook.ts";
export type {
  ClosingOutlook,
  CostStretchJson,
  PendingActionJson,
  ScenarioJson,
} from "./report/closing-outlook-json.ts";
export type { ClosingCostJson, ClosureReport } from "./report/closure-json.ts";
export { type ClosureOptions, closureReport } from "./report/closure-report.ts";
export { type ChargeDayJson, type DaysReport, daysReport } from "./report/days-report.ts";
export { type FundedThings, fundedThings } from "./report/funded-things.ts";
export { lastFee, lastFeeDay } from "./report/last-fee.ts";
export {
  type LedgerFold,
  type LedgerMonth,
  type LedgerReport,
  type LedgerSums,
  ledgerReport,
} from "./report/ledger-report.ts";
export { type LeftCounts, leftCounts } from "./report/left-counts.ts";
export { contractsRunning } from "./report/left-numbers.ts";
export { leftToSettle } from "./report/left-to-settle.ts";
export type { PlanUsed } from "./report/plan-used.ts";
export type { FeeRangeJson, PlanJson, PreviewMonthJson, PreviewReport } from "./report/preview-json.ts";
export {
  type PreviewOptions,
  previewFromTotals,
  previewReport,
  type SummarisedAccount,
} from "./report/preview-report.ts";
export { refundDay } from "./report/refund-day.ts";
export { ANSWER_DAYS, answerDaysOf, MOST_ANSWER_DAYS, sendBy } from "./report/send-by.ts";
export { overdueReport, standingReport } from "./report/standing.ts";
export type {
  Bound,
  BoundedAmount,
  OverdueReport,
  StandingFee,
  StandingOverdue,
  StandingReport,
} from "./report/standing-json.ts";
export {
  type StatementDayJson,
  type StatementOptions,
  type StatementReport,
  statementReport,
} from "./report/statement-report.ts";
export { type TimelineStep, timeline } from "./report/timeline.ts";
export { type ComparedJson, type Tried, type WhatIfReport, whatIfReport } from "./report/what-if-report.ts";
export { AFTER_CLOSING_DAYS, type AfterClosing, afterClosing } from "./request/after-closing.ts";
export { type CheckTimes, nextCheck } from "./request/check-times.ts";
export { MAILED_STEPS, type MailedStep, mailedStep } from "./request/mailed-steps.ts";
export { mostOpen } from "./request/most-open.ts";
export { asksForNone, phaseOf, REQUEST_PHASES, type RequestPhase } from "./request/phase.ts";
export {
  answerDay,
  FOLLOW_UP_AFTER,
  type FollowUpStep,
  type RequestClock,
  type RequestStep,
  requestClock,
} from "./request/request-clock.ts";
export { isEnded, REQUEST_STATES, type RequestState } from "./request/states.ts";
export { lintTicket, MAX_BODY, MAX_SUBJECT, type TicketFinding } from "./request/ticket-lint.ts";
export {
  ANSWERED,
  assertTransition,
  type Evidence,
  type EvidenceLevel,
  evidenceLevel,
  isClosed,
  isUnderWay,
  merchantMoves,
  REQUEST_TRIGGERS,
  type RequestTrigger,
  transition,
  WITH_IMPACT,
} from "./request/transitions.ts";
export { isMailHour } from "./schedule/mail-hours.ts";
export { catchUpSeconds, nextNight } from "./schedule/night.ts";
export { shareOf } from "./schedule/spread.ts";
export { cleanText, readJson } from "./text/clean-text.ts";
export { type Note, type NoteWriter, renderNote } from "./text.ts";
export { groupActions, NAMED_ACTIONS } from "./totals/action-groups.ts";
export { settledTotals } from "./totals/settled-totals.ts";
export { summariseActions } from "./totals/summarise-actions.ts";
export { addedTotals, type DayChange, totalsChange } from "./totals/totals-change.ts";
export { actionSummary } from "./totals/totals-of.ts";
export {
  ALERTS,
  type Alert,
  type AlertFigures,
  type AlertLimits,
  type AlertMark,
  type AlertNews,
  limitOf,
  lookAtAlerts,
  seenOf,
} from "./watch/alerts.ts";
export {
  type ChargeChange,
  type ChargeSnapshot,
  chargeChange,
  chargeSnapshotOf,
} from "./watch/charge-snapshot.ts";
export { reopenings, type TaskFact, type TaskMove, type TaskWatch, watchTasks } from "./watch/task-watch.ts";
