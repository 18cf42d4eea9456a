import { mkdirSync } from "node:fs";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import type { OpenDatabase } from "#app/adapters/db/database-kind.server.ts";
import { openDatabase } from "#app/adapters/db/open-database.server.ts";
import { createDatabase } from "#app/adapters/db/stores.server.ts";
import { createImpactApi } from "#app/adapters/impact/client.server.ts";
import { createSeal } from "#app/adapters/seal/aes-seal.server.ts";
import { type RefreshDeps, refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import { aShop } from "#test/factories/rows.ts";
import { ACCOUNT, KEY } from "#test/harness/sync/account.ts";
import type { Target } from "#test/harness/sync/children.ts";

/** A database an account was read into, and the address it was read from. */
export type ReadAccount = { url: string; target: Target };
export type Opened = { deps: RefreshDeps; opened: OpenDatabase };

/** What the merchant tells, because the API does not have it. */
const TOLD = {
  signedUpOn: "2023-06-01",
  edition: "starter",
  fundingBalance: { amount: "0.00", asOf: "2023-06-01" },
};

/** The account as a merchant sees it who connected it, told the key facts, and comes back to a fresh page. */
export async function openAccount({ url, target }: ReadAccount): Promise<Opened> {
  mkdirSync(target.dataDir, { recursive: true });
  const migrationsDir = path.resolve("prisma/migrations");
  const opened = await openDatabase({ ...target, migrationsDir, holder: "npm run bench" });
  const clock = { now: () => Temporal.Instant.from("2026-05-12T09:00:00Z") };
  const quiet = { debug: () => undefined, warn: () => undefined };
  const db = createDatabase(opened, async () => undefined);
  const deps: RefreshDeps = {
    db,
    clock,
    impact: createImpactApi({ baseUrl: url, clock, log: quiet, budget: db.callBudgets }),
    seal: createSeal([`bench:${Buffer.alloc(32, 7).toString("base64")}`], "connection"),
  };
  await deps.db.shops.save(aShop({ shop: KEY.shop, ...ACCOUNT }));
  const entered = Object.entries(TOLD).map(([name, value]) => ({ name, value }));
  const stated = { statedAt: clock.now(), statedBy: "bench" };
  await deps.db.statedFacts.save(
    KEY.shop,
    entered.map((fact) => ({ ...fact, ...stated })),
  );
  const sealedToken = deps.seal.seal(KEY.shop, "demo-token-large");
  const connected = { connectedAt: clock.now(), connectedBy: "bench" };
  await deps.db.connections.save({ ...KEY, kind: "brand", sealedToken, ...connected });
  await refreshFacts({ shop: KEY.shop }, deps);
  return { deps, opened };
}
