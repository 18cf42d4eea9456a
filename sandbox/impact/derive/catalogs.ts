import type { AccountChanges } from "#sandbox/impact/state/changes.ts";
import type { PreparedAccount } from "#sandbox/impact/state/prepare.ts";

export interface CatalogRow {
  id: string;
  name: string;
  status: "ACTIVE" | "CLOSED" | "DEACTIVATED" | "PENDING";
  programId: number;
  storeUrl: string | null;
  updatedMs: number;
}

/** The catalogs that exist at `nowMs`. A deleted one is gone or CLOSED, as the account's seed says (G28). */
export function catalogsAt(account: PreparedAccount, changes: AccountChanges, nowMs: number): CatalogRow[] {
  return account.seed.account.catalogs.flatMap((catalog) => {
    const extras = account.seed.sandbox.catalogs[catalog.id];
    if (!extras) throw new Error(`Catalog ${catalog.id} has no program in the seed.`);
    const deletedAt = changes.catalogs[catalog.id]?.deletedAt;
    const signedUpMs = account.dayStart(account.seed.account.signedUpOn);
    const row = { ...catalog, programId: extras.program, storeUrl: extras.storeUrl, updatedMs: signedUpMs };
    if (deletedAt === undefined || deletedAt > nowMs) return [row];
    if (account.seed.sandbox.deletedCatalogs === "absent") return [];
    return [{ ...row, status: "CLOSED" as const, updatedMs: deletedAt }];
  });
}
