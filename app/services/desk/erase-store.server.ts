import { OPERATOR } from "#app/ports/index.ts";
import { unfinishedRequest } from "../account/unfinished-request.server.ts";
import type { Deps } from "../deps.ts";
import { currentPseudonym } from "../pseudonym.ts";
import { eraseShop } from "../uninstall/erase-shop.server.ts";
import { type By, noteDeed } from "./deed.ts";

type DeskDeps = Pick<Deps, "db" | "clock" | "settings">;
export type EraseStoreOutcome = "erased" | "unknown-shop" | "still-installed" | "open-request";

/**
 * Erases a store at its merchant's wish, as their own button does. An open closing request goes only with `withRequest`.
 * The deed names no store: the record of the deletion, whose id it gives, is found by whoever knows the domain.
 */
export async function eraseStore(
  { shop, withRequest, by }: { shop: string; withRequest: boolean; by: By },
  { db, clock, settings }: DeskDeps,
): Promise<EraseStoreOutcome> {
  const now = clock.now();
  return db.transact(async (work) => {
    const known = await work.shops.find(shop);
    if (!known) return "unknown-shop";
    if (!known.uninstalledAt) return "still-installed";
    if (!withRequest && (await unfinishedRequest(shop, work))) return "open-request";
    const erasure = { shop: known, cause: "merchant-asked", notify: true } as const;
    const deletion = await eraseShop(erasure, work, { now, settings });
    await noteDeed({ shop: OPERATOR, verb: "erase", by, detail: { deletion } }, work, now);
    return "erased";
  });
}

/** When data of a store was erased; only who knows its domain can ask. */
export async function showDeletions(
  { shop, by }: { shop: string; by: By },
  { db, clock, settings }: DeskDeps,
) {
  const rows = await db.deletions.ofShop(
    await currentPseudonym("shop", shop, { settings, store: db.deletions }),
  );
  await noteDeed({ shop: OPERATOR, verb: "deletions", by }, db, clock.now());
  return rows.map(({ id, erasedAt, cause, erased }) => ({
    id,
    erasedAt,
    cause,
    rows: Object.values(erased).reduce((sum, count) => sum + count, 0),
  }));
}
