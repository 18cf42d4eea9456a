import type { Deps } from "../deps.ts";
import { accountFileText } from "./account-file-text.ts";
import { actionPages } from "./action-pages.server.ts";
import { loadSummary } from "./load-account.server.ts";
import { setAsideRows } from "./unread-rows.ts";

/**
 * The account's file with every action, as `settled` reads it, written while it is sent: memory holds one page of it,
 * whatever the account's size. Null while too little is known to write one.
 */
export async function exportAccount(
  input: { shop: string },
  deps: Pick<Deps, "db" | "clock">,
): Promise<AsyncIterable<Uint8Array> | null> {
  const view = await loadSummary(input, deps);
  if (view?.assembled.outcome !== "ready") return null;
  const { account, stored } = view.assembled;
  const pages = stored && account.totals && actionPages(stored, account.totals, deps);
  const { connection } = view;
  const key = connection && { shop: input.shop, accountSid: connection.accountSid };
  return accountFileText({ ...account, setAside: await setAsideRows(key, deps) }, pages);
}
