import type { Locale } from "#app/messages/locales.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { accountProof } from "./account-proof.server.ts";
import { ticketRoute } from "./closing-way.ts";
import { composeTicket } from "./compose-ticket.ts";
import { closingOf } from "./show-closing.server.ts";
import { markOf } from "./text-mark.ts";
import { accountsOf, type TicketChoices } from "./ticket-lines.ts";

/** The request as it would go out now, for review. Null for a shop never seen. */
export async function draftRequest(
  input: { shop: string; locale: Locale; choices?: TicketChoices },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const closing = closingOf(view, input.choices?.wantedOn ?? null);
  const draft = composeTicket({
    view,
    ...closing,
    reason: null,
    locale: input.locale,
    choices: input.choices,
  });
  const accounts = accountsOf({ view, ...closing });
  return {
    view,
    ...closing,
    accounts,
    draft,
    /** To know these texts again when a form brings them back. */
    marks: { subject: markOf(draft.subject), body: markOf(draft.body) },
    recipient: deps.settings.supportAddress,
    request: await deps.db.closings.findOpen(input.shop),
    /** What goes down with the request beside its text. */
    record: {
      route: ticketRoute(closing.way.route),
      accounts,
      proof: accountProof(view, await deps.db.connections.find(input.shop), accounts),
      openItems: closing.tasks.filter(({ status }) => status === "open").map(({ key }) => key),
    },
  };
}
