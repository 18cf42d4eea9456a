import type { ClosingPath, TaskKey } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";

const STEPS: Record<TaskKey, MessageId[]> = {
  "expire-contracts": [
    "task.expire-contracts.do1",
    "task.expire-contracts.do2",
    "task.expire-contracts.do3",
    "task.expire-contracts.do4",
  ],
  "withdraw-switches": [
    "task.withdraw-switches.do1",
    "task.withdraw-switches.do2",
    "task.withdraw-switches.do3",
    "task.withdraw-switches.do4",
    "task.withdraw-switches.do5",
  ],
  "settle-pending-actions": ["task.settle-pending-actions.do1"],
  "cover-required-funding": ["task.cover-required-funding.do1", "task.cover-required-funding.do2"],
  "wait-for-last-lock": ["task.wait-for-last-lock.do1"],
  "settle-invoices": ["task.settle-invoices.do1", "task.settle-invoices.do2"],
  "pay-actions": ["task.pay-actions.do1", "task.pay-actions.do2", "task.pay-actions.do3"],
  "delete-catalogs": ["task.delete-catalogs.do1", "task.delete-catalogs.do2"],
  "refund-form": ["task.refund-form.do1"],
  "partner-contracts": [
    "task.partner-contracts.do1",
    "task.partner-contracts.do2",
    "task.partner-contracts.do3",
  ],
  "partner-upcoming": ["task.partner-upcoming.do1", "task.partner-upcoming.do2"],
  "partner-overdue": ["task.partner-overdue.do1", "task.partner-overdue.do2"],
  "partner-balance": ["task.partner-balance.do1", "task.partner-balance.do2"],
};

/** What to press in impact.com, in order (S0, S1, S2). */
export const taskSteps = (key: TaskKey): MessageId[] => STEPS[key];

/** Why a task matters: what Starter only recommends (G17) is a step of S1's list for any other brand. */
export function taskWhy(key: TaskKey, route: ClosingPath): MessageId {
  if (route === "brand-ticket" && (key === "refund-form" || key === "delete-catalogs"))
    return `task.brand.${key}.why`;
  return `task.${key}.why`;
}

/** What can be done with a pending action; all three settle it in the end, so none is put forward. */
export const ACTION_CHOICES = [
  "task.choice.approve",
  "task.choice.reverse",
  "task.choice.leave",
] as const satisfies MessageId[];

/** The genuine reasons to reverse an action, as impact.com's API names them (actions v14, H16). */
export const REVERSAL_REASONS = [
  "task.reason.returned",
  "task.reason.stock",
  "task.reason.order",
  "task.reason.customer",
  "task.reason.partner",
] as const satisfies MessageId[];

const NOTES: Partial<Record<TaskKey, readonly MessageId[]>> = {
  "expire-contracts": ["closing.note.lastDay", "closing.note.reverse", "closing.note.creators"],
  "pay-actions": ["closing.note.owed"],
  "settle-pending-actions": ["closing.note.owed"],
};

/** What to know before pressing (H11, H49, S1). */
export const taskNotes = (key: TaskKey): readonly MessageId[] => NOTES[key] ?? [];
