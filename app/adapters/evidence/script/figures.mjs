import { actionsOn, readAccount } from "./account.mjs";
import { dayOf, decimalOf, isoOf, least, monthOf, sum } from "./amounts-and-days.mjs";
import { checklist } from "./checklist.mjs";
import { earliestClosing } from "./earliest.mjs";
import { feeForecast, moneyRows, planAmounts } from "./fees.mjs";
import { fundedOn } from "./funded.mjs";
import { fundingOn } from "./funding.mjs";
import { daysActive, refundOf, trialOf } from "./refund.mjs";
import { knownWhole, unreadForClosing } from "./unread.mjs";

/** Words without a figure, which only the hash of closure.json guards. */
const WORDS = ["whoPays", "assumptions"];

/** Every figure of closure.json, worked out anew from the rows of the account file and the rules of rules.json. */
export function figuresOf(file, rules, asOf) {
  const account = readAccount(file);
  const on = dayOf(asOf);
  const { currency } = account;
  const actions = actionsOn(account.actions, on);
  const amounts = planAmounts(rules, account);
  const rows = account.actions && moneyRows(account.actions, on);
  const known = { account, rules, amounts, rows, on };
  const feeIn = feeForecast(known);
  const funding = fundingOn(known, feeIn);
  const funded = fundedOn(known, actions, feeIn);
  const items = checklist(account, actions, on, { shortfall: funding.uncovered, funded });
  const earliest = earliestClosing(account, actions, on, funded);
  const refund = refundOf(account, knownWhole(account, actions), {
    on,
    closesOn: earliest.day ?? on,
    unpaid: funded.unfunded.length,
  });
  const trial = trialOf(account, knownWhole(account, actions), on);
  const { plan } = rules;
  return {
    asOf,
    currency,
    route: trial.status === "yes" ? "trial-cancel" : "ticket",
    trial,
    daysActive: daysActive(account, on),
    refund: {
      ...refund,
      refundBy:
        refund.literal === "not-stated" || earliest.day === null
          ? null
          : isoOf(refundBy(earliest.day, rules)),
    },
    earliestClosing: {
      date: isoOf(earliest.day),
      because: earliest.because.map(reasonBeside(items)),
      mayMove: earliest.mayMove,
    },
    checklist: items,
    costToClose: costToClose(known, funding, feeIn, earliest.day, refund),
    unread: unreadForClosing(account),
    plan: {
      edition: plan.edition,
      version: plan.version,
      checkedOn: plan.checkedOn,
      minimumFee: decimalOf(amounts.minimumFee, currency),
      minimumFeeFrom: amounts.minimumFeeFrom,
      minimumCharge: decimalOf(amounts.minimumCharge, currency),
      ratesAsOf: amounts.ratesAsOf,
    },
  };
}

/** "Nothing" is only said where no blocking task is left or not known; the request itself is sent all the same. */
function reasonBeside(items) {
  const waits = items.some(
    ({ blocking, status, key }) =>
      blocking && key !== "contact-support" && (status === "open" || status === "unknown"),
  );
  return (note) =>
    waits && note.id === "core.earliest.nothingHolds" ? { id: "core.earliest.tasksLeft" } : note;
}

/** Ten business days after closing; weekends and the holidays of rules.json do not count. */
function refundBy(closing, { holidays, refundBusinessDays }) {
  const off = new Set(holidays.map(({ date }) => dayOf(date)));
  let day = closing;
  for (let left = refundBusinessDays; left > 0; ) {
    day += 1;
    const weekday = new Date(day * 86_400_000).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !off.has(day)) left -= 1;
  }
  return day;
}

function costToClose({ account, rules, on }, funding, feeIn, earliest, refund) {
  if (account.kind === "partner") return { days: [], cheapest: null };
  const { balance, costsOwed, feesOwed } = funding;
  const freeBefore = refund.scenario === "A" ? account.signedUpOn + 29 : 0;
  const past = earliest === null ? 0 : earliest - on + rules.daysPastEarliest + 1;
  const rows = Array.from({ length: Math.max(rules.closingDays, past) }, (_, index) => {
    const day = on + index;
    const months = Array.from({ length: monthOf(day) - monthOf(on) + 1 }, (_, at) => monthOf(on) + at);
    const fees = day < freeBefore ? 0n : feesOwed + sum(months.map((month) => feeIn(month, day)));
    const due = costsOwed === null ? null : fees + costsOwed;
    const paid = due === null || balance === null ? null : least(due, balance);
    const net = due === null || balance === null ? null : due - balance;
    return { day, possible: earliest !== null && day >= earliest, fees, paid, net };
  });
  const cost = ({ fees, net }) => net ?? fees + (costsOwed ?? 0n);
  const cheapest = rows
    .filter(({ possible }) => possible)
    .reduce((best, row) => (best === null || cost(row) < cost(best) ? row : best), null);
  const money = (minor) => decimalOf(minor, account.currency);
  return {
    days: rows.map(({ day, possible, fees, paid, net }) => ({
      date: isoOf(day),
      possible,
      fees: money(fees),
      partnerCosts: money(costsOwed),
      fromBalance: money(paid),
      expectedRefund: money(paid === null ? null : balance - paid),
      net: money(net),
    })),
    cheapest: isoOf(cheapest?.day ?? null),
  };
}

/** Where two values differ: `path: printed …, worked out …`. */
export function differences(printed, worked, path = "") {
  const isBranch = (value) => typeof value === "object" && value !== null;
  if (!isBranch(printed) || !isBranch(worked))
    return printed === worked
      ? []
      : [`${path}: printed ${JSON.stringify(printed)}, worked out ${JSON.stringify(worked)}`];
  const keys = new Set([...Object.keys(worked), ...Object.keys(printed)]);
  return [...keys].flatMap((key) =>
    path === "" && WORDS.includes(key)
      ? []
      : differences(printed[key], worked[key], path === "" ? key : `${path}.${key}`),
  );
}
