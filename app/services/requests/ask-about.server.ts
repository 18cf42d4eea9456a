import type { Deps } from "../deps.ts";
import { type AskDeskOutcome, askDesk } from "../tickets/ask-desk.server.ts";
import { DESK_FRESH_MINUTES } from "./show-checks.server.ts";

type Input = {
  shop: string;
  reference: string;
  /** True for a click; a page that only came back asks when its answer is old. */
  now: boolean;
};

/** Asks the help desk because somebody looks at the request. */
export async function askAbout(
  { shop, reference, now }: Input,
  deps: Pick<Deps, "db" | "clock" | "helpDesk" | "settings">,
): Promise<AskDeskOutcome> {
  const request = await deps.db.closings.findByReference(shop, reference);
  if (!request) return "nothing-to-ask";
  return askDesk({ shop, requestId: request.id, unlessWithinMinutes: now ? 0 : DESK_FRESH_MINUTES }, deps);
}
