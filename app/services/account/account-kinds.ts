import type {
  Advertiser,
  Company,
  InvoiceItem,
  PartnerContract,
  SnapshotRow,
  WithdrawalSettings,
} from "#app/ports/index.ts";
import { type Checked, checked } from "./checked.ts";

/**
 * What impact.com says of a partner account, each fact with the time of its check. The balance is in no API
 * (domain.md 6.5): it is the stated fact `partnerBalance`. `actions` counts them; the actions themselves are in the
 * account file, and `partnerEarnings` adds them up.
 */
export type PartnerFacts = {
  company: Checked<Company>;
  /** `program` is its name, or its id until an action has told the name. */
  contracts: Checked<(PartnerContract & { program: string })[]>;
  /** Value `{ settings: null }`: impact.com says that none are set. */
  withdrawal: Checked<{ settings: WithdrawalSettings | null }>;
  invoices: Checked<InvoiceItem[]>;
  actions: Checked<{ all: number; pending: number }>;
};

/** What impact.com says of an agency account. */
export type AgencyFacts = { company: Checked<Company>; advertisers: Checked<Advertiser[]> };

/** `programNames` by id, as the actions gave them. */
export function partnerFacts(
  snapshots: readonly SnapshotRow[],
  programNames: ReadonlyMap<string, string>,
): PartnerFacts {
  const contracts = checked<PartnerContract[]>(snapshots, "Contracts");
  const named = contracts.value?.map((each) => ({
    ...each,
    program: programNames.get(each.programId) ?? each.programId,
  }));
  return {
    company: checked(snapshots, "CompanyInformation"),
    contracts: { ...contracts, value: named ?? null },
    withdrawal: checked(snapshots, "WithdrawalSettings"),
    invoices: checked(snapshots, "Invoices"),
    actions: checked(snapshots, "Actions"),
  };
}

export function agencyFacts(snapshots: readonly SnapshotRow[]): AgencyFacts {
  return {
    company: checked(snapshots, "CompanyInformation"),
    advertisers: checked(snapshots, "Advertisers"),
  };
}
