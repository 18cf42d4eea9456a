import type { RowList, SetAsideRow, Unread } from "#app/domain/index.ts";
import type { AccountKey, ImpactResource, KeptAside, SnapshotRow } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";

/** What the account file calls the lists; an agency's brands are in none. */
const ROW_LIST_OF: Partial<Record<ImpactResource, RowList>> = {
  Campaigns: "programs",
  Contracts: "contracts",
  Actions: "actions",
  ActionUpdates: "reversals",
  Invoices: "invoices",
  Catalogs: "catalogs",
};
/** Rows a file names one by one; it says of all how many they are. */
const MOST_ROWS = 1_000;

/** `all` is how many rows impact.com lists; null where nobody counted them. */
export type UnreadList = { resource: ImpactResource; count: number; all: number | null };

type Counts = Partial<Record<ImpactResource, number>>;

/** The counts under the account file's names; undefined when every row was read. */
export function unreadOf(counts: Counts): Unread | undefined {
  const named = Object.entries(counts).flatMap(([resource, count]) => {
    const list = ROW_LIST_OF[resource as ImpactResource];
    return list ? [[list, count] as const] : [];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** How many rows of which list could not be read, of how many. */
export function unreadLists(counts: Counts, snapshots: readonly SnapshotRow[]): UnreadList[] {
  return Object.entries(counts).map(([name, count]) => {
    const resource = name as ImpactResource;
    const body = snapshots.find((each) => each.resource === resource && each.checkedAt)?.body;
    const read = rowsIn(body);
    return { resource, count, all: read === null ? null : read + count };
  });
}

/** A list is kept whole; of actions how many there are. */
function rowsIn(body: unknown): number | null {
  if (Array.isArray(body)) return body.length;
  if (typeof body === "object" && body !== null && "all" in body && typeof body.all === "number")
    return body.all;
  return null;
}

/** The first rows that could not be read, as the account file has them. */
export async function setAsideRows(
  key: AccountKey | null,
  deps: Pick<Deps, "db">,
): Promise<readonly SetAsideRow[]> {
  return key ? (await deps.db.setAside.first(key, MOST_ROWS)).flatMap(asRow) : [];
}

function asRow({ resource, ...row }: KeptAside): SetAsideRow[] {
  const list = ROW_LIST_OF[resource];
  return list ? [{ list, ...row }] : [];
}
