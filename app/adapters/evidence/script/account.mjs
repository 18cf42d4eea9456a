import { byId, dayOf, exactOf, minorOf } from "./amounts-and-days.mjs";

/** The account file with its days as numbers and its amounts in cents. */
export function readAccount(file) {
  const money = (text) => minorOf(text, file.currency);
  return {
    ...file,
    signedUpOn: dayOf(file.signedUpOn),
    trialEndsOn: dayOf(file.trialEndsOn),
    minimumFee: money(file.minimumFee),
    balance: file.fundingBalance && {
      amount: money(file.fundingBalance.amount),
      asOf: dayOf(file.fundingBalance.asOf),
    },
    actions:
      file.actions?.map((row) => ({
        ...row,
        exactAmount: exactOf(row.amount, file.currency),
        payout: money(row.payout),
        exactPayout: exactOf(row.payout, file.currency),
        trackedOn: dayOf(row.trackedOn),
        locksOn: dayOf(row.locksOn),
        reversedOn: dayOf(row.reversedOn),
        clearedOn: dayOf(row.clearedOn),
      })) ?? null,
    contracts: file.contracts?.map((row) => ({ ...row, endsOn: dayOf(row.endsOn) })) ?? null,
    invoices:
      file.invoices?.map((row) => ({
        ...row,
        dueOn: dayOf(row.dueOn),
        total: money(row.total),
        paidOn: dayOf(row.paidOn),
      })) ?? null,
  };
}

/** The day an action becomes final; null when it has none. What was paid before its date was final by then. */
export function lockDay({ state, trackedOn, locksOn, clearedOn }) {
  if (clearedOn !== null && (locksOn === null || clearedOn < locksOn)) return clearedOn;
  if (locksOn !== null) return locksOn;
  return state === "APPROVED" ? trackedOn : null;
}

export const isReversed = ({ state, reversedOn }, on) =>
  state === "REVERSED" && (reversedOn === null || reversedOn <= on);

/** The actions as they stand on a day: counts, and the open ones, latest lock first, those without a day before all. */
export function actionsOn(actions, on) {
  if (actions === null) return null;
  const known = actions.filter(({ trackedOn }) => trackedOn <= on);
  const alive = known.filter((row) => !isReversed(row, on));
  const isLocked = (row) => row.state === "APPROVED" || (lockDay(row) !== null && lockDay(row) <= on);
  const order = (rows) =>
    byId(rows).sort(
      (a, b) => (lockDay(b) ?? Number.MAX_SAFE_INTEGER) - (lockDay(a) ?? Number.MAX_SAFE_INTEGER),
    );
  return {
    tracked: known.length,
    reversed: known.length - alive.length,
    locked: alive.filter(isLocked).length,
    pending: order(alive.filter((row) => !isLocked(row))),
    unpaid: order(alive.filter((row) => isLocked(row) && (row.clearedOn === null || row.clearedOn > on))),
  };
}

/** Contracts that have not ended on a day; one still runs on its last day. */
export const runningContracts = ({ contracts }, on) =>
  contracts &&
  byId(
    contracts.filter(
      ({ status, endsOn }) =>
        status !== "EXPIRED" && status !== "DECLINED" && (endsOn === null || endsOn >= on),
    ),
  );

export const unpaidInvoices = ({ invoices }, on) =>
  invoices &&
  byId(invoices.filter(({ paidOn, status }) => (paidOn === null ? status !== "PAID" : paidOn > on)));

export const standingCatalogs = ({ catalogs }) =>
  catalogs && byId(catalogs.filter(({ status }) => status === "ACTIVE" || status === "PENDING"));
