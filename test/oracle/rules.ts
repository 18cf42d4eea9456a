import { numberLeft, type TaskKey } from "#app/domain/index.ts";
import { LOCALES, type Locale } from "#app/messages/locales.ts";
import type { ClosingTask } from "#app/services/closing/closing-tasks.ts";
import { charges, fees } from "./money-rules.ts";
import { holds, minor, type Rule } from "./rule.ts";
import type { Surfaces } from "./surfaces.ts";

/** English, Chinese and another one, every day the next: over the accounts and their days each has its turn. */
const languagesOn = ({ on }: Surfaces): Locale[] => {
  const [english, chinese, ...others] = LOCALES;
  return [english, chinese, others[on.dayOfYear % others.length] ?? english];
};

const task = ({ tasks }: Surfaces, key: TaskKey): ClosingTask | undefined =>
  tasks.find((each) => each.key === key);

/** Counts are counts of things, the same in tasks and ticket; funded and left together are all that is open. */
const counts: Rule = (surfaces) => {
  const { file, ticket, on } = surfaces;
  const today = on.toString();
  const contracts = file.contracts?.filter(
    ({ status, endsOn }) => status !== "EXPIRED" && (endsOn === null || endsOn >= today),
  );
  const unpaid = file.invoices?.filter(({ paidOn }) => paidOn === null || paidOn > today);
  const open = file.actions?.filter(
    ({ state, trackedOn, reversedOn, clearedOn, locksOn }) =>
      trackedOn <= today &&
      !(state === "REVERSED" && (reversedOn === null || reversedOn <= today)) &&
      !(
        clearedOn !== null &&
        clearedOn <= today &&
        (state === "APPROVED" || (locksOn !== null && locksOn <= today))
      ),
  );
  const all = (key: TaskKey) => {
    const found = task(surfaces, key);
    if (!found) return null;
    const apart = [found.ending?.contracts, found.funded?.things].map((left) =>
      left ? numberLeft(left) : 0,
    );
    return numberLeft(found.open) + apart.reduce((sum, count) => sum + count, 0);
  };
  const actions = task(surfaces, "pay-actions");
  const spoken = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
  return [
    contracts !== undefined &&
      holds(
        all("expire-contracts") === contracts.length,
        `${contracts.length} contracts, counted as ${all("expire-contracts")}`,
      ),
    unpaid !== undefined &&
      holds(
        all("settle-invoices") === unpaid.length,
        `${unpaid.length} invoices, counted as ${all("settle-invoices")}`,
      ),
    open !== undefined &&
      actions !== undefined &&
      holds(all("pay-actions") === open.length, `${open.length} actions, counted as ${all("pay-actions")}`),
    actions !== undefined &&
      holds(
        spoken(ticket("en"), /^- (\d+) actions? still to lock/m) === actions.actions.toLock,
        "the ticket's actions to lock",
      ),
    actions !== undefined &&
      holds(
        spoken(ticket("en"), /^- (\d+) locked actions? still to pay/m) === actions.actions.toPay,
        "the ticket's actions to pay",
      ),
    actions !== undefined &&
      holds(
        spoken(ticket("zh-CN"), /^- (\d+) 个行动尚未锁定/m) === actions.actions.toLock,
        "the Chinese ticket's actions to lock",
      ),
    actions !== undefined &&
      holds(
        actions.actions.toLock + actions.actions.toPay === numberLeft(actions.open),
        "actions that neither lock nor are paid",
      ),
  ];
};

/** No sentence says "nothing" while a list is not empty or not known. */
const nothing: Rule = (surfaces) => {
  const { closure, tasks, ticket, file, on } = surfaces;
  const because = closure.earliestClosing.because.map(({ id }) => id);
  const isLeft = tasks.some(({ blocking, status }) => blocking && status === "open");
  const unknown = (["contracts", "actions", "invoices"] as const).filter((list) => file[list] === null);
  const pending =
    task(surfaces, "pay-actions")?.actions.toLock ??
    task(surfaces, "wait-for-last-lock")?.open.first.length ??
    0;
  const saysNothing = because.includes("core.earliest.nothingHolds");
  return [
    saysNothing && holds(!isLeft, "nothing delays the closing, and something is left"),
    saysNothing && holds(unknown.length === 0, `nothing delays the closing, and ${unknown} are not known`),
    saysNothing &&
      holds(closure.earliestClosing.date === on.toString(), "nothing delays the closing, which is later"),
    /No action is pending/.test(ticket("en")) &&
      holds(pending === 0 && file.actions !== null, "the ticket sees no pending action"),
    /^Nothing is open/m.test(ticket("en")) &&
      holds(
        tasks.every(({ status, key }) => key === "refund-form" || status === "done" || status === "funded"),
        "nothing is open by the ticket",
      ),
    ...tasks.map(({ key, status, open }) =>
      holds(status !== "done" || numberLeft(open) === 0, `${key} is done, and something is left`),
    ),
    ...tasks.map(({ key, status, open }) =>
      holds(status !== "open" || numberLeft(open) > 0, `${key} is open, and nothing is left`),
    ),
  ];
};

/** Ticket, closing report and command name one date and one refund. */
const closing: Rule = (surfaces) => {
  const { closure, ticket, words, command, standing, route } = surfaces;
  const { earliestClosing, costToClose, refund } = closure;
  const { date } = earliestClosing;
  const reported = command.closure.report;
  const cheapest = costToClose.cheapest;
  const first = costToClose.days.find((day) => day.possible);
  return [
    ...languagesOn(surfaces).map((locale) =>
      holds(
        date === null || ticket(locale).includes(words(locale).date(date)),
        `the ${locale} ticket lacks ${date}`,
      ),
    ),
    route !== "brand-ticket" && holds(reported.earliestClosing.date === date, "the command's earliest date"),
    route !== "brand-ticket" &&
      holds((date !== null) === (cheapest !== null), `the cheapest day is ${cheapest}, the earliest ${date}`),
    !!first && holds(first.date === date, `closing is possible on ${first.date}, not ${date}`),
    !!cheapest && !!date && holds(cheapest >= date, "the cheapest day lies before the earliest"),
    refund.scenario === "A" && holds(/full refund/.test(ticket("en")), "the ticket asks for less than A"),
    refund.scenario === "C" &&
      route === "starter-ticket" &&
      holds(!/I ask for a full refund/.test(ticket("en")), "the ticket asks for more than C"),
    standing.overdue.state === "overdue" &&
      holds(!/^Nothing is open/m.test(ticket("en")), "nothing is open while something is overdue"),
  ];
};

/** What the ledger deducted is paid on the day it did (D1), and what it could not pay is left. */
const funded: Rule = (surfaces) => {
  const { ledger, file, on, standing, account } = surfaces;
  const things = surfaces.closure.checklist.find(({ key }) => key === "pay-actions")?.funded?.things ?? [];
  const days = new Set(ledger.days.filter(({ deduction }) => minor(deduction) > 0).map(({ date }) => date));
  const asOf = file.fundingBalance?.asOf ?? "";
  const today = ledger.days.findLast(({ date }) => date <= on.toString());
  const rest = today?.notes.some(({ id }) => id === "core.statement.restOwed");
  const toPay = task(surfaces, "pay-actions")?.actions.toPay ?? 0;
  const isStarter = account.edition === "starter" && file.fundingBalance !== null && file.actions !== null;
  return [
    ...things.map(({ values }) => {
      const day = String(values?.fundedOn ?? "");
      const isFree = minor(String(values?.payoutAmount ?? "0")) === 0;
      return (
        values?.fundedOn !== undefined &&
        day >= asOf &&
        !isFree &&
        holds(days.has(day), `funded on ${day}, when the ledger deducts nothing`)
      );
    }),
    isStarter &&
      asOf <= on.toString() &&
      standing.overdue.state !== "overdue" &&
      !rest &&
      holds(toPay === 0, `${toPay} actions to pay, and the ledger owes nothing`),
  ];
};

/** Every sentence exists in each language, with its figures in it. */
const words: Rule = (surfaces) => {
  const { closure, ledger, words: of, mailText, ticket, mail } = surfaces;
  const notes = [
    ...closure.earliestClosing.because,
    ...closure.checklist.flatMap(({ open, funded: paid, ending }) => [
      ...open,
      ...(paid?.things ?? []),
      ...(ending?.contracts ?? []),
    ]),
    closure.refund.text,
    ...closure.refund.warnings,
    ...ledger.days.flatMap((day) => day.notes),
    ...ledger.notes,
  ];
  return languagesOn(surfaces).flatMap((locale) => {
    const texts = [...notes.map((each) => of(locale).note(each)), mailText(locale), ticket(locale)];
    const next = mail.nextFee && of(locale).date(mail.nextFee.date);
    return [
      ...texts.map((text) =>
        holds(!/undefined|NaN|\bcore\.|\{\w+\}|Invalid/.test(text), `${locale}: ${text}`),
      ),
      next !== null && holds(mailText(locale).includes(next), `the ${locale} mail lacks ${next}`),
    ];
  });
};

export const RULES: Record<string, Rule> = { fees, charges, counts, nothing, closing, funded, words };

/** All that is not true of an account on a day, by rule. */
export const findings = (surfaces: Surfaces): string[] =>
  Object.entries(RULES).flatMap(([name, rule]) =>
    rule(surfaces)
      .filter((each) => each !== false)
      .map((each) => `${name}: ${each}`),
  );
