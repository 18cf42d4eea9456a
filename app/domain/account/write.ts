import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import { formatExact } from "../money/exact.ts";
import type { WholeAccount } from "./account.ts";
import type { AccountFileJson } from "./file-schema.ts";

/** The account as a file of version 1; reading it back gives an equal account. */
export function writeAccountFile(account: WholeAccount): AccountFileJson {
  const money = (minor: number) => formatMinor(minor, account.currency);
  const exact = (minor: number, rest = 0) => formatExact(minor, rest, account.currency);
  const { actions, contracts, invoices, catalogs, setAside, unread, fundingBalance, minimumFee } = account;
  return {
    version: 1,
    kind: account.kind,
    edition: account.edition,
    currency: account.currency,
    timeZone: account.timeZone,
    signedUpOn: isoDay(account.signedUpOn),
    trialEndsOn: dayText(account.trialEndsOn),
    minimumFee: minimumFee === null ? null : money(minimumFee),
    card: { everCharged: account.card.everCharged },
    fundingBalance: fundingBalance && {
      amount: money(fundingBalance.amount),
      asOf: isoDay(fundingBalance.asOf),
    },
    actions:
      actions?.map(({ finer, ...action }) => ({
        ...action,
        amount: exact(action.amount, finer?.amount),
        payout: exact(action.payout, finer?.payout),
        trackedOn: isoDay(action.trackedOn),
        locksOn: dayText(action.locksOn),
        reversedOn: dayText(action.reversedOn),
        clearedOn: dayText(action.clearedOn),
      })) ?? null,
    contracts: contracts?.map((contract) => ({ ...contract, endsOn: dayText(contract.endsOn) })) ?? null,
    invoices:
      invoices?.map(({ finer, ...invoice }) => ({
        ...invoice,
        dueOn: isoDay(invoice.dueOn),
        total: exact(invoice.total, finer),
        paidOn: dayText(invoice.paidOn),
      })) ?? null,
    catalogs: catalogs?.map((catalog) => ({ ...catalog })) ?? null,
    ...(unread && { unread }),
    ...(setAside?.length && { setAside: [...setAside] }),
  };
}

function dayText(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
