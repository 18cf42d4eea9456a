import { z } from "zod";
import type { FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import type { WithdrawalSettings } from "#app/ports/impact-kinds.ts";
import { unexpectedField } from "./failures.server.ts";
import { PAYMENT_METHODS, PAYMENT_SCHEDULES } from "./known-values.server.ts";
import type { Request } from "./request.server.ts";
import { amountOrNull, text } from "./scalars.server.ts";

/** "10,000.00"; what is no amount at all leaves method and schedule as they are. */
const threshold = z
  .preprocess((value) => (isGrouped(value) ? value.replaceAll(",", "") : value), amountOrNull)
  .catch(null);

const isGrouped = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 30 && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(value);

/** A value of a list we know, or "unknown" for one that was added later. */
const known = <Value extends string>(values: readonly Value[]) =>
  text.transform((value): Value | "unknown" => values.find((each) => each === value) ?? "unknown");

// WithdrawalSettings, partner v16. Only these four fields leave this file: the others are bank data.
const settings = z
  .object({
    PaymentMethod: known(PAYMENT_METHODS),
    PaymentSchedulingType: known(PAYMENT_SCHEDULES),
    PaymentThreshold: threshold,
    PaymentDay: z.string().nullish().catch(null),
  })
  .transform(
    (answer): WithdrawalSettings => ({
      method: answer.PaymentMethod,
      schedule: answer.PaymentSchedulingType,
      threshold: answer.PaymentSchedulingType === "BALANCE_THRESHOLD" ? answer.PaymentThreshold : null,
      day: dayOfMonth(answer.PaymentDay ?? ""),
    }),
  );

/** "0" stands where no day is used. */
const dayOfMonth = (value: string) => (/^([1-9]|[12]\d|3[01])$/.test(value) ? value : null);

/** Reads how a partner is paid. 404 is documented as "none are set", which is an answer and no failure. */
export async function readWithdrawalSettings(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<{ settings: WithdrawalSettings | null }>> {
  const resource = "WithdrawalSettings";
  const answer = await request({ credentials, resource, path: [resource] });
  if (answer.outcome === "unexpected-answer" && answer.field === "HTTP 404")
    return { outcome: "read", value: { settings: null } };
  if (answer.outcome !== "read") return answer;
  const parsed = settings.safeParse(answer.value);
  if (!parsed.success) return unexpectedField(resource, parsed.error);
  return { outcome: "read", value: { settings: parsed.data } };
}
