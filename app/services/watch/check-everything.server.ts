import type { Deps } from "../deps.ts";
import { type RefreshOutcome, refreshFacts } from "../sync/refresh-facts.server.ts";
import { watchShop } from "./watch-shop.server.ts";

/** Reads the whole account now and looks at what came undone by it. */
export async function checkEverything(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock" | "impact" | "seal" | "settings">,
): Promise<RefreshOutcome> {
  const outcome = await refreshFacts(input, deps);
  if (outcome !== "not-connected") await watchShop(input, deps);
  return outcome;
}
