import { BALANCE_WAYS } from "#app/domain/index.ts";
import type { MessageId } from "#app/messages/catalogue.ts";
import type { StatedFacts } from "#app/services/account/stated-facts.ts";
import { TOLD_STATUSES } from "#app/services/closing/closing-facts.ts";
import type { TaskKey } from "#app/services/closing/closing-tasks.ts";

export type TaskProblem = { field: "told" | "amount" | "threshold"; message: MessageId };
export type TaskReading =
  | { outcome: "read"; facts: StatedFacts }
  | { outcome: "rejected"; problems: TaskProblem[] };

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** What the merchant says of one task: how it stands, or for a partner's balance what they see. `today` is ISO. */
export function readTaskForm(data: FormData, key: TaskKey, today: string): TaskReading {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  if (key === "partner-balance") return readBalance(text, today);
  const status = TOLD_STATUSES.find((each) => each === text("told"));
  if (!status) return { outcome: "rejected", problems: [{ field: "told", message: "route.error.choose" }] };
  return { outcome: "read", facts: { [`told.${key}`]: status } };
}

function readBalance(text: (name: string) => string, asOf: string): TaskReading {
  const problems: TaskProblem[] = [];
  const amount = text("amount");
  const threshold = text("threshold");
  if (!AMOUNT.test(amount)) problems.push({ field: "amount", message: "balance.error.amount" });
  if (threshold !== "" && !AMOUNT.test(threshold))
    problems.push({ field: "threshold", message: "balance.error.threshold" });
  if (problems.length > 0) return { outcome: "rejected", problems };
  const way = BALANCE_WAYS.find((each) => each === text("way"));
  return {
    outcome: "read",
    facts: {
      partnerBalance: { amount, asOf },
      withdrawalThreshold: threshold === "" ? null : threshold,
      ...(way ? { balanceWay: way } : {}),
    },
  };
}
