import type { Locale } from "#app/messages/locales.ts";
import { requestUnderWay } from "#app/services/account/current-request.server.ts";
import { accountProof } from "#app/services/closing/account-proof.server.ts";
import { ticketPath } from "#app/services/closing/closing-path.ts";
import { closingOf } from "#app/services/closing/show-closing.server.ts";
import { loadAccount } from "../account/load-account.server.ts";
import type { Deps } from "../deps.ts";
import { composeTicket } from "./compose-ticket.ts";
import { textHash } from "./text-hash.ts";
import { accountsOf, type TicketChoices } from "./ticket-lines.ts";

/** The request as it would go out now, for review. Null for a shop never seen. */
export async function draftRequest(
  input: { shop: string; locale: Locale; choices?: TicketChoices },
  deps: Pick<Deps, "db" | "clock" | "settings">,
) {
  const view = await loadAccount(input, deps);
  if (!view) return null;
  const closing = closingOf(view, input.choices?.wantedOn ?? null);
  const composedTicket = composeTicket({
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
    composedTicket,
    /** To know these texts again when a form brings them back. */
    textHashes: { subject: textHash(composedTicket.subject), body: textHash(composedTicket.body) },
    recipient: deps.settings.supportAddress,
    request: await requestUnderWay(input.shop, deps.db),
    /** What goes down with the request beside its text. */
    submission: {
      route: ticketPath(closing.closingPath.route),
      accounts,
      proof: accountProof(view, await deps.db.connections.find(input.shop), accounts),
      openItems: closing.tasks.filter(({ status }) => status === "open").map(({ key }) => key),
    },
  };
}
