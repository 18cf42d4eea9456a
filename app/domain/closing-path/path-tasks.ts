import type { ClosingPath } from "./closing-path.ts";

/** The lists at impact.com that tell whether a task is done. */
export type TaskSource = "Contracts" | "Actions" | "Invoices" | "Catalogs";

/** A task of a way out: the core's checklist item behind it, what it is read from, and whether it is only advice. */
type TaskRule = {
  checklistKey: string | null;
  source: TaskSource | null;
  /** impact.com's API knows it: an answer of the merchant counts only while it cannot be read. */
  checkable: boolean;
};

const RULES = {
  "expire-contracts": { checklistKey: "expire-contracts", source: "Contracts", checkable: true },
  "withdraw-switches": { checklistKey: "withdraw-switches", source: "Contracts", checkable: true },
  "settle-pending-actions": { checklistKey: "settle-pending-actions", source: "Actions", checkable: true },
  "wait-for-last-lock": { checklistKey: "wait-for-last-lock", source: "Actions", checkable: true },
  // The balance is the merchant's word, so that what it lacks is reckoned, not checked.
  "cover-required-funding": { checklistKey: "cover-required-funding", source: null, checkable: false },
  "settle-invoices": { checklistKey: "settle-invoices", source: "Invoices", checkable: true },
  "pay-actions": { checklistKey: "pay-actions", source: "Actions", checkable: true },
  "delete-catalogs": { checklistKey: "delete-catalogs", source: "Catalogs", checkable: true },
  "refund-form": { checklistKey: null, source: null, checkable: false },
  "partner-contracts": { checklistKey: "expire-contracts", source: "Contracts", checkable: true },
  "partner-upcoming": { checklistKey: "upcoming-funds", source: "Actions", checkable: true },
  "partner-overdue": { checklistKey: "overdue-earnings", source: "Invoices", checkable: true },
  "partner-balance": { checklistKey: null, source: null, checkable: false },
} as const satisfies Record<string, TaskRule>;

export type TaskKey = keyof typeof RULES;
export const TASK_KEYS = Object.keys(RULES) as TaskKey[];
export const isTaskKey = (key: string): key is TaskKey => Object.hasOwn(RULES, key);
export const taskRule = (key: TaskKey): TaskRule => RULES[key];

const STARTER: readonly TaskKey[] = [
  "expire-contracts",
  "settle-invoices",
  "pay-actions",
  "delete-catalogs",
  "refund-form",
];

/** The tasks of each way, in the order of its help page: S0 (domain.md 4.1), S1, S2. */
export const PATH_TASKS: Record<ClosingPath, readonly TaskKey[]> = {
  "trial-cancel": STARTER,
  "starter-ticket": STARTER,
  "brand-ticket": [
    "expire-contracts",
    "withdraw-switches",
    "settle-pending-actions",
    "cover-required-funding",
    "settle-invoices",
    "delete-catalogs",
    "wait-for-last-lock",
    "refund-form",
  ],
  "partner-ticket": ["partner-contracts", "partner-upcoming", "partner-overdue", "partner-balance"],
};
