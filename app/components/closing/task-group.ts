import type { TaskKey } from "#app/domain/closing-path/path-tasks.ts";

/** What a task's list is a list of. */
const GROUPS = {
  "expire-contracts": "contracts",
  "withdraw-switches": "contracts",
  "partner-contracts": "contracts",
  "settle-invoices": "invoices",
  "partner-overdue": "invoices",
  "pay-actions": "actions",
  "settle-pending-actions": "actions",
  "wait-for-last-lock": "actions",
  "partner-upcoming": "actions",
  "delete-catalogs": "catalogs",
  "cover-required-funding": "catalogs",
  "refund-form": "catalogs",
  "partner-balance": "catalogs",
} as const satisfies Record<TaskKey, string>;

export const taskGroup = (key: TaskKey) => GROUPS[key];
