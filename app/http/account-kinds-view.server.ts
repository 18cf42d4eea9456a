import { formatMinor, isoDay, partnerEarnings } from "#app/domain/index.ts";
import type { ImpactResource } from "#app/ports/index.ts";
import type { AccountView } from "#app/services/account/load-account.server.ts";
import { partnerBalance } from "#app/services/closing/partner-balance.ts";

/** How many contracts a page names before it only counts. */
const SHOWN_CONTRACTS = 6;

const at = (fact: { checkedAt: { toString(): string } | null }) => fact.checkedAt?.toString() ?? null;

export type PartnerPage = NonNullable<ReturnType<typeof partnerPage>>;

/** A partner account as Home shows it: each fact with the time of its check, null where it is not known. */
export function partnerPage(view: AccountView) {
  const { partner, assembled, facts, statedAt } = view;
  if (!partner) return null;
  const isLeast = (resource: ImpactResource) => view.unread.some((list) => list.resource === resource);
  const { contracts, invoices, withdrawal } = partner;
  const active = contracts.value?.filter(({ status }) => status === "ACTIVE") ?? null;
  const actions = assembled.outcome === "ready" ? assembled.account.actions : null;
  const money = (minor: number) =>
    assembled.outcome === "ready" ? formatMinor(minor, assembled.account.currency) : String(minor);
  const earned = actions && partnerEarnings(actions);
  return {
    company: partner.company.value?.name ?? null,
    balance: facts.partnerBalance ?? null,
    /** More than nothing, and too little to be paid out by itself. */
    belowPayout: partnerBalance(view)?.band === "below-threshold",
    balanceStatedAt: statedAt.partnerBalance?.toString() ?? null,
    withdrawal: { at: at(withdrawal), value: withdrawal.value },
    earnings: earned && {
      /** Here and below: rows that could not be read may add to it. */
      isLeast: isLeast("Actions"),
      at: at(partner.actions),
      pending: {
        count: earned.pending.count,
        amount: money(earned.pending.amount),
        lastLock: earned.pending.lastLock === null ? null : isoDay(earned.pending.lastLock),
      },
      awaiting: { count: earned.awaiting.count, amount: money(earned.awaiting.amount) },
    },
    contracts: {
      isLeast: isLeast("Contracts"),
      at: at(contracts),
      active: active?.length ?? null,
      shown:
        active?.slice(0, SHOWN_CONTRACTS).map(({ id, program, programId, endsOn }) => ({
          id,
          programId,
          programName: program === programId ? null : program,
          endsOn,
        })) ?? [],
    },
    overdue: {
      isLeast: isLeast("Invoices"),
      at: at(invoices),
      count: invoices.value?.filter(({ status }) => status === "OVERDUE").length ?? null,
    },
  };
}

export type AgencyPage = NonNullable<ReturnType<typeof agencyPage>>;

/** An agency account as Home shows it. */
export function agencyPage({ agency }: AccountView) {
  if (!agency) return null;
  return {
    company: agency.company.value?.name ?? null,
    at: at(agency.advertisers),
    brands: agency.advertisers.value,
  };
}
