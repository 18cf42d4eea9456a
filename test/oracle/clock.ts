import { Temporal } from "temporal-polyfill";
import type { Case } from "./accounts.ts";
import { minor } from "./rule.ts";
import { type Surfaces, surfacesOf } from "./surfaces.ts";

/** Days of an account on which the refund's promise or its warning changes by itself (S0, G23). */
const COUNTED_DAYS = [25, 26, 27, 28, 29, 30, 31];

/** Whether the file or the calendar explains a change between a day and the one after it. */
function hasEvent({ file, on }: Case, next: string): boolean {
  const named = [
    ...(file.actions ?? []).flatMap(({ trackedOn, locksOn, reversedOn, clearedOn }) => [
      trackedOn,
      locksOn,
      reversedOn,
      clearedOn,
    ]),
    ...(file.invoices ?? []).flatMap(({ paidOn }) => [paidOn]),
    file.fundingBalance?.asOf ?? null,
  ];
  // What ends or is due on a day is past on the next.
  const ended = [
    ...(file.invoices ?? []).map(({ dueOn }) => dueOn),
    ...(file.contracts ?? []).map(({ endsOn }) => endsOn),
    file.trialEndsOn,
    // The card pays what was tracked by the end of the day: the balance lacks it on that day only.
    ...(file.actions ?? []).map(({ trackedOn }) => trackedOn),
    // What impact.com still had to collect then is taken as collected (D4).
    file.fundingBalance?.asOf ?? null,
  ];
  const age = Temporal.PlainDate.from(file.signedUpOn).until(Temporal.PlainDate.from(next)).days + 1;
  const isFee = next.endsWith("-01") || next.endsWith("-02");
  return isFee || named.includes(next) || ended.includes(on) || COUNTED_DAYS.includes(age);
}

type Announced = ReturnType<typeof announced>;

/** The facts a page announced, but for those that grow older by a day. */
const announced = ({ standing, closure, tasks, mail, on }: Surfaces) => ({
  fee: standing.fee.next && { date: standing.fee.next.date, month: standing.fee.next.coveredMonth },
  least: standing.fee.next?.bound === "about" ? "about" : standing.fee.next?.amount,
  overdue:
    standing.overdue.state === "overdue"
      ? { amount: standing.overdue.amount, since: standing.overdue.since }
      : standing.overdue.state,
  scenario: closure.refund.scenario,
  refund: closure.refund.text.id,
  route: closure.route,
  // Today is the earliest day of what nothing delays.
  earliest: closure.earliestClosing.date === on.toString() ? "today" : closure.earliestClosing.date,
  tasks: tasks.map(({ key, status }) => `${key} ${status}`).join(),
  variant: mail.variant,
});

/**
 * An estimate counts on sales that go on. Each day that passes without one lowers it, and what sinks to the minimum is "at
 * least" that: no sale is no news, but nothing that was said becomes false by it.
 */
function sinksToLeast(before: Surfaces, after: Surfaces): boolean {
  const [was, is] = [before.standing.fee.next, after.standing.fee.next];
  return was?.bound === "about" && is?.bound !== "about" && minor(is?.amount) <= minor(was.amount);
}

/** What was announced on a day and is another thing on the next, though nothing happened in between. */
export function clockFindings(each: Case): string[] {
  const next = Temporal.PlainDate.from(each.on).add({ days: 1 }).toString();
  if (hasEvent(each, next)) return [];
  const days = [surfacesOf(each), surfacesOf({ ...each, on: next })] as const;
  const [before, after] = days.map(announced) as [Announced, Announced];
  const mayDiffer = sinksToLeast(...days) ? "least" : null;
  return Object.keys(before).flatMap((key) => {
    const [was, is] = [before, after].map((facts) => JSON.stringify(facts[key as keyof typeof facts]));
    return was === is || key === mayDiffer ? [] : [`clock: ${key} was ${was} and is ${is} on ${next}`];
  });
}
