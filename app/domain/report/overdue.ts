import type { AccountFacts } from "../account/account.ts";
import { unpaidInvoices } from "../account/open-items.ts";
import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { StandingOverdue } from "./standing-json.ts";

/** More days than this overdue, and impact.com suspends the account by itself (domain 2.3, H17). */
const SUSPENSION_AFTER_DAYS = 60;

/** The partner invoices whose due day has gone by unpaid: their sum, the oldest, and when the suspension follows. */
export function overdueOn(facts: Pick<AccountFacts, "invoices" | "currency">, on: Day): StandingOverdue {
  const unpaid = unpaidInvoices(facts, on);
  if (unpaid === null) return { state: "unknown" };
  const late = unpaid.filter(({ dueOn }) => dueOn < on);
  if (late.length === 0) return { state: "none" };
  const since = Math.min(...late.map(({ dueOn }) => dueOn));
  return {
    state: "overdue",
    amount: formatMinor(
      late.reduce((sum, { total }) => sum + total, 0),
      facts.currency,
    ),
    invoices: late.length,
    since: isoDay(since),
    days: on - since,
    suspensionFrom: isoDay(since + SUSPENSION_AFTER_DAYS + 1),
  };
}
