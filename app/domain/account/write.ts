import { type Day, isoDay } from "../day.ts";
import { formatMinor } from "../money/decimal.ts";
import type { WholeAccount } from "./account.ts";
import type { AccountFileJson } from "./file-schema.ts";

/** The account as a file of version 1; reading it back gives an equal account. */
export function writeAccountFile(account: WholeAccount): AccountFileJson {
  const money = (minor: number) => formatMinor(minor, account.currency);
  const { actions, contracts, invoices, catalogs, fundingBalance, minimumFee } = account;
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
      actions?.map((action) => ({
        ...action,
        amount: money(action.amount),
        payout: money(action.payout),
        trackedOn: isoDay(action.trackedOn),
        locksOn: dayText(action.locksOn),
        reversedOn: dayText(action.reversedOn),
        clearedOn: dayText(action.clearedOn),
      })) ?? null,
    contracts: contracts?.map((contract) => ({ ...contract, endsOn: dayText(contract.endsOn) })) ?? null,
    invoices:
      invoices?.map((invoice) => ({
        ...invoice,
        dueOn: isoDay(invoice.dueOn),
        total: money(invoice.total),
        paidOn: dayText(invoice.paidOn),
      })) ?? null,
    catalogs: catalogs?.map((catalog) => ({ ...catalog })) ?? null,
  };
}

function dayText(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
