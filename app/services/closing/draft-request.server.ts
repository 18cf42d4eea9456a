import type { Locale } from "#app/messages/locales.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { composeTicket, type TicketChoices } from "./compose-ticket.ts";
import { closingOf } from "./show-closing.server.ts";

/** The request as it would go out now, for review. Null for a shop never seen. */
export async function draftRequest(
  input: { shop: string; locale: Locale; choices?: TicketChoices },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const { closure, tasks } = closingOf(view);
  return {
    view,
    closure,
    tasks,
    draft: composeTicket({
      view,
      closure,
      tasks,
      reason: null,
      locale: input.locale,
      choices: input.choices,
    }),
    recipient: deps.settings.supportAddress,
    request: await deps.db.closings.findOpen(input.shop),
  };
}
