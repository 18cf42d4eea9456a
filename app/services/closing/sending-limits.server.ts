import type { LimitName } from "#app/ports/index.ts";
import type { Deps } from "../deps.ts";
import { pseudonym } from "../pseudonym.ts";

type Counted = [name: LimitName, key: string];
type LimitDeps = Pick<Deps, "limits" | "settings">;

/**
 * Counts a request that is about to be sent, for its store and for each account it names: support must not be flooded by
 * one store, nor one account be asked about by many. What was counted in vain is given back.
 */
export async function countSending(
  { shop, accounts }: { shop: string; accounts: readonly string[] },
  deps: LimitDeps,
): Promise<{ outcome: "within"; counted: Counted[] } | { outcome: "too-many"; seconds: number }> {
  const wanted: Counted[] = [
    ["sent-store", pseudonym("shop", shop, deps.settings)],
    ...accounts.map((sid): Counted => ["sent-account", pseudonym("account", sid, deps.settings)]),
  ];
  const counted: Counted[] = [];
  for (const each of wanted) {
    const seconds = await deps.limits.count(...each);
    counted.push(each);
    if (seconds === null) continue;
    await giveBack(counted, deps);
    return { outcome: "too-many", seconds };
  }
  return { outcome: "within", counted };
}

/** Nothing was sent after all. */
export async function giveBack(counted: readonly Counted[], { limits }: Pick<Deps, "limits">): Promise<void> {
  for (const each of counted) await limits.giveBack(...each);
}
