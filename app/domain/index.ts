/** The pure core: the only file of `app/domain` other layers import. */
export type {
  Account,
  AccountFacts,
  Action,
  Catalog,
  Contract,
  Edition,
  Invoice,
  Kind,
  WholeAccount,
} from "./account/account.ts";
export type { ActionsInBrief } from "./account/actions-in-brief.ts";
export { accountFileJsonSchema } from "./account/file-json-schema.ts";
export { type AccountFileJson, accountFileSchema } from "./account/file-schema.ts";
export { type ParsedAccount, parseAccountFile } from "./account/parse.ts";
export type { Problem } from "./account/problems.ts";
export { type ReadActions, readActions } from "./account/read-actions.ts";
export { writeAccountFile } from "./account/write.ts";
export { ASSUMPTIONS, type Assumption, assumptionText } from "./assumptions.ts";
export type { ChecklistItem, ChecklistStatus } from "./closing/checklist-item.ts";
export { type LastLock, lastLockingDate } from "./closing/last-locking-date.ts";
export type { Payer } from "./closing/who-pays.ts";
export { type Day, isoDay, parseDay, toDate, toDay } from "./day.ts";
export {
  chainedText,
  historyLineSchema,
  PACK_FILES,
  type PackManifest,
  packManifestSchema,
} from "./evidence/pack.ts";
export { type Explained, type ExplainOptions, explainFigure, FIGURES } from "./explain/explain.ts";
export type { ExplainedInput, Explanation } from "./explain/explanation.ts";
export { CARD_CURRENCIES, type Currency, currencyDecimals, isCardCurrency } from "./money/currency.ts";
export { type DecimalReading, formatMinor, parseDecimal } from "./money/decimal.ts";
export { REFERENCE_RATES, type ReferenceRates } from "./money/reference-rates.ts";
export { closingRules } from "./plans/closing-rules.ts";
export type { Plan } from "./plans/plan.ts";
export type { Quote, Rule } from "./plans/rule.ts";
export { changedRules, PLAN_VERSIONS, planFor } from "./plans/versions.ts";
export { businessDaysAfter, businessDaysBefore, firstFee, nextFeeDate } from "./report/calendar.ts";
export type { ClosingCostJson, ClosureReport } from "./report/closure-json.ts";
export { type ClosureOptions, closureReport } from "./report/closure-report.ts";
export type { PlanUsed } from "./report/plan-used.ts";
export type { FeeRangeJson, PlanJson, PreviewMonthJson, PreviewReport } from "./report/preview-json.ts";
export {
  type PreviewOptions,
  previewFromTotals,
  previewReport,
  type SummarisedAccount,
} from "./report/preview-report.ts";
export {
  type StatementDayJson,
  type StatementOptions,
  type StatementReport,
  statementReport,
} from "./report/statement-report.ts";
export {
  FOLLOW_UP_AFTER,
  type FollowUpStep,
  type RequestClock,
  requestClock,
} from "./request/request-clock.ts";
export { isEnded, REQUEST_STATES, type RequestState } from "./request/states.ts";
export {
  assertTransition,
  type Evidence,
  type EvidenceLevel,
  evidenceLevel,
  merchantMoves,
  REQUEST_TRIGGERS,
  type RequestTrigger,
  transition,
} from "./request/transitions.ts";
export { type Note, type NoteWriter, renderNote } from "./text.ts";
export type { DailyTotals, DayTotals } from "./totals/daily-totals.ts";
export { summariseActions } from "./totals/summarise-actions.ts";
export { totalsChange } from "./totals/totals-change.ts";
export { actionsInBrief } from "./totals/totals-of.ts";
