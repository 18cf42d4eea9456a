import type { MessageId } from "#app/messages/catalogue.ts";
import type { TaskKey } from "#app/services/closing/closing-tasks.ts";

const STEPS: Record<TaskKey, MessageId[]> = {
  "expire-contracts": ["task.expire-contracts.do1", "task.expire-contracts.do2", "task.expire-contracts.do3"],
  "settle-invoices": ["task.settle-invoices.do1", "task.settle-invoices.do2"],
  "pay-actions": ["task.pay-actions.do1", "task.pay-actions.do2"],
  "delete-catalogs": ["task.delete-catalogs.do1", "task.delete-catalogs.do2"],
  "refund-form": ["task.refund-form.do1"],
};

/** What to press in impact.com, in order (S0, S1). */
export const taskSteps = (key: TaskKey): MessageId[] => STEPS[key];
