import type { Deps } from "../deps.ts";
import { pseudonym } from "../pseudonym.ts";
import { type AskDeskOutcome, askDesk } from "./ask-desk.server.ts";
import { DESK_FRESH_MINUTES } from "./show-checks.server.ts";

/** What asking can come to, and what the pages have words for. */
export const ASK_OUTCOMES = [
  "nothing-to-ask",
  "asked-lately",
  "unreachable",
  "missing",
  "put-away",
  "moved",
  "as-before",
  "too-often",
] as const satisfies readonly (AskDeskOutcome | "too-often")[];
export type AskAboutOutcome = (typeof ASK_OUTCOMES)[number];

type Input = {
  shop: string;
  reference: string;
  /** True for a click; a page that only came back asks when its answer is old. */
  now: boolean;
};

/**
 * Asks the help desk because somebody looks at the request. Each click is a call to the desk with the operator's key, so
 * a store has twelve an hour, whoever holds its link.
 */
export async function askAbout(
  { shop, reference, now }: Input,
  deps: Pick<Deps, "db" | "clock" | "helpDesk" | "limits" | "settings">,
): Promise<AskAboutOutcome> {
  const request = await deps.db.closingRequests.findByReference(shop, reference);
  if (!request) return "nothing-to-ask";
  if (now && (await deps.limits.count("ask-desk", pseudonym("shop", shop, deps.settings))) !== null)
    return "too-often";
  return askDesk({ shop, requestId: request.id, unlessWithinMinutes: now ? 0 : DESK_FRESH_MINUTES }, deps);
}
