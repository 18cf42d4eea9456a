import type { AccountKind, ImpactCredentials, ReadFailure } from "#app/ports/index.ts";
import { refreshFacts } from "#app/services/sync/refresh-facts.server.ts";
import type { Deps } from "../deps.ts";
import { saveDeed } from "../history/save-deed.server.ts";
import { pseudonym } from "../pseudonym.ts";
import { findKind } from "./find-kind.server.ts";

export type ConnectOutcome =
  /** `asksFacts`: a brand's figures need answers that only the merchant has, and none was given yet. */
  | { outcome: "connected"; kind: AccountKind; asksFacts: boolean }
  | { outcome: "refused"; failure: ReadFailure }
  /** Too many wrong pairs of this store, or for this account, within the hour. */
  | { outcome: "too-many"; seconds: number };

/** Long enough for the part of the reading that the merchant waits for. */
const FIRST_PUSH_SECONDS = 20;

type Input = { shop: string; actor: string; credentials: ImpactCredentials };

/** Finds out live whose credentials they are before anything is kept; a refused pair leaves an earlier connection untouched. */
export async function connectAccount(
  input: Input,
  deps: Pick<Deps, "db" | "clock" | "impact" | "limits" | "log" | "seal" | "settings">,
): Promise<ConnectOutcome> {
  const { shop, credentials } = input;
  const seconds = await countTry(input, deps);
  if (seconds !== null) return { outcome: "too-many", seconds };
  const found = await findKind(credentials, deps.impact);
  if (found.outcome !== "refused" || found.failure.outcome !== "unauthorized") await takeBack(input, deps);
  if (found.outcome === "refused") {
    deps.log.warn({ shop, failure: found.failure.outcome }, "a token was refused");
    return found;
  }
  const { kind } = found;
  const now = deps.clock.now();
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
      connectedAt: now,
      connectedBy: input.actor,
    });
    // Whatever ends this process before the first reading is done, the queue goes on with it.
    await work.enqueue(
      { name: "sync-actions", data: { shop, purpose: "continue" } },
      { afterSeconds: FIRST_PUSH_SECONDS },
    );
    const deed = { shop, kind: "connected", actor: input.actor } as const;
    const detail = { account: credentials.accountSid.slice(-4) };
    await saveDeed({ ...deed, detail }, work, { now, settings: deps.settings });
  });
  await refreshFacts({ shop }, deps);
  const asksFacts = kind === "brand" && (await deps.db.statedFacts.all(shop)).length === 0;
  return { outcome: "connected", kind, asksFacts };
}

type GuardDeps = Pick<Deps, "limits" | "settings">;

/** A wrong pair counts for the store that tries it and for the account it is tried on, whoever else tries that one. */
const keysOf = ({ shop, credentials }: Input, { settings }: GuardDeps): string[] => [
  pseudonym("shop", shop, settings),
  pseudonym("account", credentials.accountSid, settings),
];

/** Counted before impact.com is asked, so that a hundred at once are no more than the limit. */
async function countTry(input: Input, deps: GuardDeps): Promise<number | null> {
  const waits: number[] = [];
  for (const key of keysOf(input, deps)) waits.push((await deps.limits.count("wrong-token", key)) ?? 0);
  const longest = Math.max(...waits);
  return longest > 0 ? longest : null;
}

/** The pair was not wrong, or nobody said that it was. */
async function takeBack(input: Input, deps: GuardDeps): Promise<void> {
  for (const key of keysOf(input, deps)) await deps.limits.giveBack("wrong-token", key);
}
