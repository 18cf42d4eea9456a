import { namedAccounts, showClosing } from "#app/services/closing/show-closing.server.ts";
import type { Deps } from "../deps.ts";

/** The accounts a request names beside the connected one, and how many can be named; null for a shop never seen. */
export async function showNamedAccounts(input: { shop: string }, deps: Pick<Deps, "db" | "clock">) {
  const closing = await showClosing(input, deps);
  if (!closing) return null;
  const { connection, facts, kind } = closing.view;
  return {
    kind,
    fields: namedAccounts(closing),
    connected: connection?.accountSid ?? null,
    accounts: (facts.closingAccounts ?? []).join("\n"),
  };
}
