import type { ImpactCredentials, ReadFailure } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { refreshFacts } from "./refresh-facts.server.ts";

export type ConnectOutcome = { outcome: "connected" } | { outcome: "refused"; failure: ReadFailure };

/** Long enough for the part of the reading that the merchant waits for. */
const FIRST_PUSH_SECONDS = 20;

type Input = { shop: string; actor: string; credentials: ImpactCredentials };

/** Tries the credentials live before anything is kept; a refused pair leaves an earlier connection untouched. */
export async function connectAccount(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal">,
): Promise<ConnectOutcome> {
  const { shop, credentials } = input;
  const company = await deps.impact.readCompany(credentials);
  if (company.outcome !== "read") return { outcome: "refused", failure: company };
  await deps.db.transact(async (work) => {
    const before = await work.connections.find(shop);
    if (before && before.accountSid !== credentials.accountSid) {
      await work.connections.remove(shop);
      await work.snapshots.removeAll(shop);
    }
    await work.connections.save({
      shop,
      accountSid: credentials.accountSid,
      sealedToken: deps.seal.seal(shop, credentials.authToken),
      connectedAt: deps.clock.now(),
      connectedBy: input.actor,
    });
    // Whatever ends this process before the first reading is done, the queue goes on with it.
    await work.enqueue(
      { name: "sync-actions", data: { shop, purpose: "continue" } },
      { afterSeconds: FIRST_PUSH_SECONDS },
    );
  });
  await refreshFacts({ shop }, deps);
  return { outcome: "connected" };
}
