import type { TaskKey } from "#app/domain/index.ts";
import { currencyAndZoneOf } from "../account/currency-and-zone-of.server.ts";
import { type CheckDeps, type CheckOutcome, readFor } from "../sync/read-resource.server.ts";
import { whileConnected } from "../sync/store-fetch-result.server.ts";
import { watchShop } from "./watch-shop.server.ts";

/**
 * Reads at impact.com what one task rests on, and nothing else; whoever checks a task wants it watched from then on.
 * A form is nowhere in impact.com's API, so for it nothing is read.
 */
export async function checkTask(
  { shop, task }: { shop: string; task: TaskKey },
  deps: CheckDeps,
): Promise<CheckOutcome> {
  const connection = await deps.db.connections.find(shop);
  if (!connection?.sealedToken) return { outcome: "not-connected" };
  const { accountSid, kind } = connection;
  const { timeZone } = await currencyAndZoneOf(shop, deps);
  const credentials = { accountSid, authToken: deps.seal.open(shop, connection.sealedToken), timeZone };
  const asking = { shop, isPartner: kind === "partner", credentials };
  const checked = await whileConnected(() => readFor(task, asking, deps));
  if (checked === null) return { outcome: "not-connected" };
  await watchShop({ shop, begin: true }, deps);
  return checked;
}
