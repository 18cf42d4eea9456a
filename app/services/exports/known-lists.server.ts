import type {
  AccountKey,
  ContractItem,
  ImpactResource,
  InvoiceItem,
  PartnerContract,
} from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** What an export draws on besides the actions; a list that was never read is null. */
export type KnownLists = {
  contracts: ContractItem[] | null;
  invoices: InvoiceItem[] | null;
  /** Names by id, of everybody with a contract or an action; null while neither was read. */
  partners: Map<string, string> | null;
  /** Currency of the stored actions; null until a first reading of them is complete. */
  actionsIn: string | null;
};

/** The key alone: stores take every field of a key for one of their own, and records have more. */
export const keyOf = ({ shop, accountSid }: AccountKey): AccountKey => ({ shop, accountSid });

export async function knownLists(account: AccountKey, deps: Pick<Deps, "db">): Promise<KnownLists> {
  const key = keyOf(account);
  const [snapshots, sync, names] = await Promise.all([
    deps.db.snapshots.all(key.shop),
    deps.db.syncs.find(key),
    deps.db.actions.partnerNames(key),
  ]);
  const body = <Item extends { id: string }>(resource: ImpactResource): Item[] | null => {
    const seen = snapshots.find((each) => each.resource === resource && each.checkedAt !== null);
    return seen ? [...(seen.body as Item[])].sort((a, b) => (a.id < b.id ? -1 : 1)) : null;
  };
  // A partner's contract names the brand's program as its other side.
  const contracts =
    body<ContractItem | PartnerContract>("Contracts")?.map((each) =>
      "programId" in each ? { ...each, program: each.programId, partner: each.programId } : each,
    ) ?? null;
  const actionsIn = sync?.completedAt ? sync.currency : null;
  const unnamed = (contracts ?? []).map(({ partner }): [string, string] => [partner, ""]);
  const partners = contracts || actionsIn ? new Map([...unnamed, ...names]) : null;
  return { contracts, invoices: body<InvoiceItem>("Invoices"), partners, actionsIn };
}
