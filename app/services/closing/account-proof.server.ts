import { translatorFor } from "#app/messages/messages.server.ts";
import type { ConnectionRow } from "#app/ports/index.ts";
import type { AccountView } from "../account/load-account.server.ts";

/**
 * The one line of a ticket that no merchant writes: whether the account was proved by an API token, and when last, or is
 * only named. impact.com reads English. `accounts` are all the ticket names.
 */
export function accountProof(
  { checkedAt }: Pick<AccountView, "checkedAt">,
  connection: Pick<ConnectionRow, "accountSid" | "connectedAt"> | null,
  accounts: readonly string[],
): string {
  const { t, instant } = translatorFor("en");
  const proved = accounts.find((sid) => sid === connection?.accountSid);
  if (!connection || proved === undefined) return t("ticket.proof.named");
  return t("ticket.proof.token", {
    sid: proved,
    when: instant((checkedAt ?? connection.connectedAt).toString(), "UTC"),
    others: accounts.length - 1,
  });
}

/** The text as it leaves: the fixed line on top, where no text of the merchant's can come before it. */
export const withProof = (body: string, proof: string): string => `${proof}\n\n---\n\n${body}`;
