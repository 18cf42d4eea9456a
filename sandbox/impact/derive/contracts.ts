import { nextDay } from "#sandbox/impact/derive/days.ts";
import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

type ContractStatus = "ACTIVE" | "DECLINED" | "EXPIRED" | "PENDING" | "UPCOMING";

export interface ContractRow {
  id: string;
  partner: string;
  partnerId: number;
  programId: number;
  status: ContractStatus;
  startsOn: string;
  /** Last day; the contract ends at 23:59:59 of it in the account's zone (H11). */
  endsOn: string | null;
  withdrawn: boolean;
  createdMs: number;
  updatedMs: number;
}

/** All contracts that exist at `nowMs`, with the status they have then. */
export function contractsAt(account: PreparedAccount, changes: AccountChanges, nowMs: number): ContractRow[] {
  return account.seed.account.contracts.flatMap((contract) => {
    const terms = account.seed.sandbox.contracts[contract.id];
    const partnerId = account.partnerIds.get(contract.partner);
    if (!terms || partnerId === undefined)
      throw new Error(`Contract ${contract.id} has no terms in the seed.`);
    const change = changes.contracts[contract.id];
    const made = change !== undefined && change.at <= nowMs ? change : undefined;
    const endsOn = made?.endsOn ?? contract.endsOn;
    const withdrawn = made?.endsOn === null;
    const createdMs = account.dayStart(account.seed.account.signedUpOn);
    if (createdMs > nowMs) return [];
    const row = { ...terms, id: contract.id, partner: contract.partner, partnerId, programId: terms.program };
    const status = statusOf(
      account,
      contract.status,
      { startsOn: terms.startsOn, endsOn, withdrawn },
      changes,
      nowMs,
    );
    return [{ ...row, status, endsOn, withdrawn, createdMs, updatedMs: made?.at ?? createdMs }];
  });
}

function statusOf(
  account: PreparedAccount,
  seeded: ContractStatus,
  term: { startsOn: string; endsOn: string | null; withdrawn: boolean },
  changes: AccountChanges,
  nowMs: number,
): ContractStatus {
  if (term.withdrawn || seeded === "DECLINED") return "DECLINED";
  if (changes.closedAt !== null && changes.closedAt <= nowMs) return "EXPIRED";
  if (seeded === "PENDING") return "PENDING";
  if (term.endsOn !== null && account.dayStart(nextDay(term.endsOn)) <= nowMs) return "EXPIRED";
  return account.dayStart(term.startsOn) > nowMs ? "UPCOMING" : "ACTIVE";
}

/**
 * Last day on which a partner's conversions in a program are still tracked: the latest end of their contracts;
 * null when one of them is open-ended. A withdrawn contract tracks nothing.
 */
export function lastTrackedDays(contracts: readonly ContractRow[]): Map<string, string | null> {
  const last = new Map<string, string | null>();
  for (const contract of contracts) {
    if (contract.status === "PENDING" || contract.status === "DECLINED") {
      if (contract.withdrawn && !last.has(pairKey(contract))) last.set(pairKey(contract), "0000-01-01");
      continue;
    }
    const key = pairKey(contract);
    const known = last.get(key);
    if (known === null) continue;
    last.set(
      key,
      contract.endsOn === null || known === undefined || contract.endsOn > known ? contract.endsOn : known,
    );
  }
  return last;
}

export const pairKey = (of: { partnerId: number; programId: number }): string =>
  `${of.partnerId}/${of.programId}`;
