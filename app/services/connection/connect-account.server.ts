import type { AccountKind, ImpactCredentials, ReadFailure } from "#app/ports/index.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import type { Deps } from "../deps.ts";
import { findKind } from "./find-kind.server.ts";

export type ConnectOutcome =
  /** `asksFacts`: a brand's figures need answers that only the merchant has, and none was given yet. */
  | { outcome: "connected"; kind: AccountKind; asksFacts: boolean }
  | { outcome: "refused"; failure: ReadFailure };

/** Long enough for the part of the reading that the merchant waits for. */
const FIRST_PUSH_SECONDS = 20;

type Input = { shop: string; actor: string; credentials: ImpactCredentials };

/** Finds out live whose credentials they are before anything is kept; a refused pair leaves an earlier connection untouched. */
export async function connectAccount(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "impact" | "log" | "seal">,
): Promise<ConnectOutcome> {
  const { shop, credentials } = input;
  const found = await findKind(credentials, deps.impact);
  if (found.outcome === "refused") {
    deps.log.warn({ shop, failure: found.failure.outcome }, "a token was refused");
    return found;
  }
  const { kind } = found;
  await deps.db.transact(async (work) => {
    const before = await work.connections.find(shop);
    if (before && (before.accountSid !== credentials.accountSid || before.kind !== kind)) {
      await work.connections.remove(shop);
      await work.snapshots.removeAll(shop);
      // A sign-up date or a balance told of the other account would make wrong figures for this one.
      await work.statedFacts.removeAll(shop);
    }
    await work.connections.save({
      shop,
      accountSid: credentials.accountSid,
      kind,
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
  const asksFacts = kind === "brand" && (await deps.db.statedFacts.all(shop)).length === 0;
  return { outcome: "connected", kind, asksFacts };
}
