import { holds, minor, type Rule } from "./rule.ts";

/** No fee in the ledger before its announced day, and the next one is the one that Home, mail and command name. */
export const fees: Rule = ({ ledger, standing, mail, command, on, asRead }) => {
  const charged = ledger.days.filter(({ notes }) =>
    notes.some(({ id }) => id === "core.statement.feeCharged"),
  );
  const next = charged.find(({ date }) => date > on.toString());
  const { fee } = standing;
  const preview = command.preview.report;
  const amount = (day: (typeof charged)[number]) =>
    minor(String(day.notes.find(({ id }) => id === "core.statement.feeCharged")?.values?.feeAmount));
  return [
    ...charged.map(({ date }) =>
      holds(date >= preview.firstFee.expected, `a fee on ${date}, before the first`),
    ),
    ...charged.map(({ date }) => holds(date.endsWith("-01"), `a fee on ${date}, which is no 1st`)),
    !!next &&
      holds(
        next.date === fee.next?.date,
        `the ledger's fee of ${next.date}, announced for ${fee.next?.date}`,
      ),
    !!next &&
      fee.next?.bound === "about" &&
      holds(
        amount(next) === minor(fee.next.amount),
        `the ledger's fee of ${amount(next)}, announced as about ${fee.next.amount}`,
      ),
    !!next &&
      fee.next !== null &&
      holds(
        amount(next) >= minor(fee.next.amount),
        `the ledger's fee of ${amount(next)}, announced as at least ${fee.next.amount}`,
      ),
    holds(
      (fee.today !== null) === charged.some(({ date }) => date === on.toString()),
      "a fee today in one place only",
    ),
    holds(JSON.stringify(preview.standing) === JSON.stringify(standing), "the command stands elsewhere"),
    holds(
      mail.nextFee?.date === fee.next?.date && mail.nextFee?.amount === fee.next?.amount,
      "the mail's next fee",
    ),
    holds(mail.minimum?.perMonth === standing.staying.minimum.perMonth, "the mail's minimum"),
    holds(
      (mail.overdue?.amount ?? null) ===
        (standing.overdue.state === "overdue" ? standing.overdue.amount : null),
      "the mail's overdue sum",
    ),
    holds(asRead.asOf === standing.asOf, "two days at once"),
  ];
};

/** Each charge to the card falls on a day with a tracked action or a fee, and sums of rows are the totals. */
export const charges: Rule = ({ ledger, standing, on }) => {
  const sum = (key: "cardCharge" | "deduction", within: (date: string) => boolean) =>
    ledger.days.filter(({ date }) => within(date)).reduce((total, day) => total + minor(day[key]), 0);
  const today = on.toString();
  const known = ledger.totals.cardCharge !== null;
  const row = ledger.days.find(({ date }) => date === today);
  return [
    ...ledger.days.map((day) =>
      holds(
        minor(day.cardCharge) === 0 ||
          day.notes.some(
            ({ id }) => id === "core.statement.costsTracked" || id === "core.statement.feeCharged",
          ),
        `the card is charged on ${day.date}, when nothing became owed`,
      ),
    ),
    ...(["cardCharge", "deduction"] as const).flatMap((key) => [
      known && holds(sum(key, () => true) === minor(ledger.totals[key]), `the total of ${key}`),
      known && holds(sum(key, (date) => date <= today) === minor(ledger.past[key]), `the past ${key}`),
      known && holds(sum(key, (date) => date > today) === minor(ledger.expected[key]), `the expected ${key}`),
    ]),
    standing.cardToday !== null &&
      holds(minor(standing.cardToday) === minor(row?.cardCharge), "the card's charge of today"),
    ...ledger.days.map((day, index) => {
      const next = ledger.days[index + 1];
      return (
        !!next?.opening &&
        day.closing !== null &&
        holds(next.opening === day.closing, `${next.date} opens with another balance`)
      );
    }),
  ];
};
