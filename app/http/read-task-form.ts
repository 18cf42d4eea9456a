import type { Temporal } from "temporal-polyfill";
import { TASK_ANSWERS, type TaskKey } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { type BalanceProblem, readBalanceForm } from "./read-balance-form.ts";

export type TaskProblem =
  | BalanceProblem
  | { field: "told"; message: MessageId; values: Record<string, string> };
export type ParsedTask =
  | { outcome: "read"; facts: StatedFacts }
  | { outcome: "rejected"; problems: TaskProblem[] };

/** What the merchant says of one task: how it stands, or for a partner's balance what they see. */
export function readTaskForm(
  data: FormData,
  key: TaskKey,
  account: { today: Temporal.PlainDate; currency: string },
): ParsedTask {
  // A form without the field, as no page of ours sends it, takes no balance back.
  if (key === "partner-balance" && !data.has("amount")) return { outcome: "read", facts: {} };
  if (key === "partner-balance") return readBalanceForm(data, account);
  const status = TASK_ANSWERS.find((each) => each === String(data.get("told") ?? "").trim());
  if (!status)
    return { outcome: "rejected", problems: [{ field: "told", message: "route.error.choose", values: {} }] };
  return { outcome: "read", facts: { [`told.${key}`]: status } };
}
